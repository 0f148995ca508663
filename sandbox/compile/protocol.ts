/** Messages between the page and the compile worker; each request brings a port for its reply. */
import * as v from 'valibot';
import type { Compiled } from './engine.ts';
import type { Sources } from '../contract.ts';

export type Request = { type: 'warm' } | { type: 'compile'; sources: Sources };

/**
 * `broken` means that the sources broke the engine, which answers no more. `failed` means that the engine could not be used, which
 * says nothing about the sources.
 */
export type Reply =
	| { type: 'warm' }
	| { type: 'compiled'; compiled: Compiled }
	| { type: 'broken' }
	| { type: 'failed'; message: string };

const place = v.object({ file: v.string(), line: v.number(), column: v.number() });

const diagnostic = v.variant('kind', [
	v.object({ kind: v.literal('syntax'), message: v.string(), place, length: v.number() }),
	v.object({
		kind: v.literal('import'),
		specifier: v.string(),
		available: v.array(v.string()),
		place,
		length: v.number()
	})
]);

const page = v.object({ html: v.string(), styles: v.record(v.string(), v.string()) });

const compiled = v.variant('kind', [
	v.object({
		kind: v.literal('bundle'),
		bundle: v.object({ code: v.string(), map: v.string(), page: v.exactOptional(page) }),
		duration: v.number()
	}),
	v.object({ kind: v.literal('diagnostics'), diagnostics: v.array(diagnostic) }),
	v.object({ kind: v.literal('too-large') })
]);

const reply = v.variant('type', [
	v.object({ type: v.literal('warm') }),
	v.object({ type: v.literal('compiled'), compiled }),
	v.object({ type: v.literal('broken') }),
	v.object({ type: v.literal('failed'), message: v.string() })
]);

const request = v.variant('type', [
	v.object({ type: v.literal('warm') }),
	v.object({
		type: v.literal('compile'),
		sources: v.object({
			files: v.record(v.string(), v.string()),
			program: v.string(),
			scene: v.exactOptional(v.string()),
			checks: v.array(v.string()),
			page: v.exactOptional(v.string()),
			unguarded: v.exactOptional(v.literal(true)),
			guarded: v.exactOptional(v.literal(true))
		})
	})
]);

export function parseRequest(value: unknown): Request {
	return v.parse(request, value);
}

export function parseReply(value: unknown): Reply {
	return v.parse(reply, value);
}
