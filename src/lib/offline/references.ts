const FILE_REFERENCE_PATTERN =
	/["'`(<](\/_app\/immutable\/[\w./~-]+|\/challenges\/[\w-]+\/[\w-]+\/[\w.-]+|\.{1,2}\/[\w./~-]+\.(?:js|css|woff2|ttf))["'`)>]/g;
/**
 * Matches paths of built files by their folder, or by their hash of 7 characters, or 8 in workers, because programs also mention
 * files that do not exist.
 */
const BUILT_FILE_PATH_PATTERN =
	/^\/_app\/immutable\/(?:chunks|workers\/chunks)\/[\w-]+\.js$|^\/_app\/immutable\/[\w./~-]*[.-][\w-]{7,8}\.\w+$/;
/** Matches the entry script, whose references are ignored, because it names every page of the app. */
const ENTRY_SCRIPT_PATTERN = /^\/_app\/immutable\/entry\/app\./;
const CHALLENGE_PART_PATTERN = /^\/challenges\//;

/** Returns the files to which a text refers. `path` is the text's own address, from which relative names are resolved. */
export function fileReferencesIn(text: string, path: string): string[] {
	if (ENTRY_SCRIPT_PATTERN.test(path)) return [];
	const references = new Set<string>();
	for (const [, name = ''] of text.matchAll(FILE_REFERENCE_PATTERN)) {
		const { pathname } = new URL(name, `http://here.invalid${path}`);
		if (BUILT_FILE_PATH_PATTERN.test(pathname) || CHALLENGE_PART_PATTERN.test(pathname)) references.add(pathname);
	}
	references.delete(path);
	return [...references];
}
