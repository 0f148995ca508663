import { findSizeExcess } from '#lib/domain/file-size.ts';
import type { Explainer, FileProblem, ReportedError, FileContext } from '../explanations/index.ts';

/** TypeScript's options for students' files, as enum numbers: docs/decisions/012-typescript-for-beginners.md. */
const TARGET_ES2022 = 9;
const MODULE_ESNEXT = 99;
const RESOLUTION_BUNDLER = 100;
const MODULE_DETECTION_FORCE = 3;

export const TYPESCRIPT_OPTIONS = {
	target: TARGET_ES2022,
	module: MODULE_ESNEXT,
	moduleResolution: RESOLUTION_BUNDLER,
	moduleDetection: MODULE_DETECTION_FORCE,
	allowImportingTsExtensions: true,
	noEmit: true,
	strict: true,
	// With this option `const list = []` may hold anything; without it TypeScript infers never[].
	noImplicitAny: true,
	skipLibCheck: true,
	allowUnreachableCode: true,
	allowUnusedLabels: true
};

/** Tells whether an error is about implicit any: such errors are never shown, because beginners have not met types. */
export const isImplicitAnyError = (code: number): boolean => code >= 7005 && code <= 7057;

const TYPESCRIPT_ERROR_CATEGORY = 1;

interface MessageChain {
	messageText: string;
	next?: MessageChain[] | undefined;
}

interface ServiceDiagnostic {
	category: number;
	code: number;
	start?: number | undefined;
	length?: number | undefined;
	messageText: string | MessageChain;
}

interface ServiceDiagnostics {
	syntactic: readonly ServiceDiagnostic[];
	semantic: readonly ServiceDiagnostic[];
}

function flattenMessage(message: ServiceDiagnostic['messageText'], depth = 0): string {
	if (typeof message === 'string') return message;
	const nestedMessages = message.next?.map((next) => flattenMessage(next, depth + 1)) ?? [];
	return ['  '.repeat(depth) + message.messageText, ...nestedMessages].join('\n');
}

export function findFileProblems(
	text: string,
	{ syntactic, semantic }: ServiceDiagnostics,
	explainer: Explainer,
	fileContext: FileContext
): FileProblem[] {
	// A file that is too long does not run, and the run says so; explaining its errors here could block the page for many seconds.
	if (findSizeExcess({ 'main.ts': text })) return [];
	const errorsOf = (diagnostics: readonly ServiceDiagnostic[]) =>
		diagnostics
			.filter(({ category, code }) => category === TYPESCRIPT_ERROR_CATEGORY && !isImplicitAnyError(code))
			.map(toReportedError);
	const syntaxErrors = errorsOf(syntactic);
	// After a syntax error TypeScript misreads the rest of the file, so its other errors would mislead a beginner.
	return explainer.explainFile(text, syntaxErrors.length > 0 ? syntaxErrors : errorsOf(semantic), fileContext);
}

function toReportedError({ code, start = 0, length = 1, messageText }: ServiceDiagnostic): ReportedError {
	return { code, start, length, message: flattenMessage(messageText) };
}
