/** Finds file names that another machine would refuse, or take for the name of another file. */
import type { ContentProblem } from './content-problem.ts';

const PLAIN_FILE_NAME_PATTERN = /^\w[\w.-]*$/;
/** Names that Windows reserves for devices, also with a file extension. */
const WINDOWS_DEVICE_NAME_PATTERN = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

export function findFileNameProblems(paths: readonly string[]): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const pathsByName = new Map<string, string>();
	for (const path of paths) {
		const addProblem = (message: string) => problems.push({ file: path, line: 1, message });
		const pathParts = path.split('/');
		if (!pathParts.every((name) => PLAIN_FILE_NAME_PATTERN.test(name) && !name.endsWith('.')))
			addProblem('rename it: a name has letters without accents, digits, hyphens, underscores and dots');
		else if (pathParts.some((name) => WINDOWS_DEVICE_NAME_PATTERN.test(name)))
			addProblem('rename it: Windows has no files of that name');
		const lowerCasePath = path.toLowerCase();
		const otherPath = pathsByName.get(lowerCasePath);
		if (otherPath !== undefined) addProblem(`rename it: on many machines it is the same file as ${otherPath}`);
		pathsByName.set(lowerCasePath, path);
	}
	return problems;
}
