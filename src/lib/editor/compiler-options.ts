/** How TypeScript reads the student's files, in TypeScript's own numbers: docs/decisions/012-typescript-for-beginners.md. */
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
	// Only so that `const list = []` is a list of anything: without it TypeScript takes it for one that stays empty.
	noImplicitAny: true,
	skipLibCheck: true,
	allowUnreachableCode: true,
	allowUnusedLabels: true
};

/** "Implicitly has an 'any' type" is no news to someone who has not met types: none of these is shown. */
export const isAboutMissingTypes = (code: number): boolean => code >= 7005 && code <= 7057;
