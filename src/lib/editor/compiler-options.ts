/** TypeScript's options for students' files, as numeric enum values: docs/decisions/012-typescript-for-beginners.md. */
const TARGET_ES2022 = 9;
const MODULE_ESNEXT = 99;
const RESOLUTION_BUNDLER = 100;
const DETECTION_FORCE = 3;

export const COMPILER_OPTIONS = {
	target: TARGET_ES2022,
	module: MODULE_ESNEXT,
	moduleResolution: RESOLUTION_BUNDLER,
	moduleDetection: DETECTION_FORCE,
	allowImportingTsExtensions: true,
	noEmit: true,
	strict: true,
	// Makes `const list = []` an array of any; without it TypeScript infers never[].
	noImplicitAny: true,
	skipLibCheck: true,
	allowUnreachableCode: true,
	allowUnusedLabels: true
};

/** Beginners have not met types, so errors about implicit any are never shown. */
export const isAboutMissingTypes = (code: number): boolean => code >= 7005 && code <= 7057;
