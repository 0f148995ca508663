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
