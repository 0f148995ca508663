import * as v from 'valibot';
import type { CompileResult } from './engine.ts';
import type { Bundle, CompiledFileEntry, CompiledFileList, Sources } from '../contract.ts';

export type CompilerRequest =
	| { type: 'warm' }
	| { type: 'compile'; sources: Sources }
	| { type: 'reuse'; sources: Sources; bundle: Bundle };

/** `broken`: the sources broke the engine. `failed`: the engine could not be used, which is not their fault. */
export type CompilerReply =
	| { type: 'warm' }
	| { type: 'reused' }
	| { type: 'compiled'; compiled: CompileResult }
	| { type: 'broken' }
	| { type: 'failed'; message: string };

const sourcePlaceSchema = v.object({ file: v.string(), line: v.number(), column: v.number() });

const diagnosticSchema = v.variant('kind', [
	v.object({ kind: v.literal('syntax'), message: v.string(), place: sourcePlaceSchema, length: v.number() }),
	v.object({
		kind: v.literal('import'),
		specifier: v.string(),
		available: v.array(v.string()),
		place: sourcePlaceSchema,
		length: v.number()
	})
]);

const pageDocumentSchema = v.object({
	html: v.string(),
	styles: v.record(v.string(), v.string()),
	data: v.record(v.string(), v.string())
});

const compiledFileEntrySchema = v.object({
	path: v.string(),
	start: v.number(),
	length: v.number(),
	isModule: v.boolean(),
	isTraced: v.boolean(),
	imports: v.array(v.object({ specifier: v.string(), isStatic: v.boolean() })),
	requestedNames: v.array(v.string()),
	helpers: v.array(v.number()),
	ownNames: v.array(v.string()),
	again: v.array(v.tuple([v.string(), v.string(), v.string()])),
	starSpecifiers: v.array(v.string())
} satisfies Record<keyof CompiledFileEntry, v.GenericSchema>);

const compiledFileListSchema = v.object({
	compiler: v.string(),
	helpers: v.array(v.tuple([v.string(), v.string()])),
	files: v.array(compiledFileEntrySchema)
} satisfies Record<keyof CompiledFileList, v.GenericSchema>);

const bundleSchema = v.object({
	code: v.string(),
	map: v.string(),
	prelude: v.exactOptional(v.string()),
	page: v.exactOptional(pageDocumentSchema),
	files: v.exactOptional(compiledFileListSchema)
});

const compileResultSchema = v.variant('kind', [
	v.object({ kind: v.literal('bundle'), bundle: bundleSchema, duration: v.number() }),
	v.object({ kind: v.literal('diagnostics'), diagnostics: v.array(diagnosticSchema) }),
	v.object({ kind: v.literal('too-large') })
]);

const compilerReplySchema = v.variant('type', [
	v.object({ type: v.literal('warm') }),
	v.object({ type: v.literal('reused') }),
	v.object({ type: v.literal('compiled'), compiled: compileResultSchema }),
	v.object({ type: v.literal('broken') }),
	v.object({ type: v.literal('failed'), message: v.string() })
]);

/** Names each field of `Sources`, because the parser drops a field that it does not know. */
const sourcesSchema = v.object({
	files: v.record(v.string(), v.string()),
	program: v.string(),
	scene: v.exactOptional(v.string()),
	checks: v.array(v.string()),
	page: v.exactOptional(v.string()),
	parameters: v.exactOptional(v.array(v.string())),
	unguarded: v.exactOptional(v.literal(true)),
	tracesScene: v.exactOptional(v.literal(true)),
	guarded: v.exactOptional(v.literal(true)),
	dividesPrelude: v.exactOptional(v.literal(true)),
	listsFiles: v.exactOptional(v.literal(true))
} satisfies Record<keyof Sources, v.GenericSchema>);

const compilerRequestSchema = v.variant('type', [
	v.object({ type: v.literal('warm') }),
	v.object({ type: v.literal('compile'), sources: sourcesSchema }),
	v.object({ type: v.literal('reuse'), sources: sourcesSchema, bundle: bundleSchema })
]);

export function parseCompilerRequest(value: unknown): CompilerRequest {
	return v.parse(compilerRequestSchema, value);
}

export function parseCompilerReply(value: unknown): CompilerReply {
	return v.parse(compilerReplySchema, value);
}
