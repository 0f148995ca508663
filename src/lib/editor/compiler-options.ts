/** TypeScript's options for students' files, as numeric enum values: docs/decisions/012-typescript-for-beginners.md. */
const ES2022 = 9;
const ESNEXT_MODULE = 99;
const BUNDLER = 100;
const EVERY_FILE_IS_A_MODULE = 3;

export const COMPILER_OPTIONS = {
	target: ES2022,
	module: ESNEXT_MODULE,
	moduleResolution: BUNDLER,
	moduleDetection: EVERY_FILE_IS_A_MODULE,
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
