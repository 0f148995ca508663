/** Reads the exported functions in a program's text. */

interface ExportedFunction {
	name: string;
	/** Names of the parameters; an empty list when one of them is not a plain name. */
	parameters: string[];
}

const EXPORTED_FUNCTION_PATTERN = /^export\s+(?:async\s+)?function\s+([A-Za-z_$][\w$]*)\s*(?:<[^>]*>)?\s*\(([^)]*)\)/gm;

export function findExportedFunctions(program: string): ExportedFunction[] {
	return [...program.matchAll(EXPORTED_FUNCTION_PATTERN)].map(([, name = '', list = '']) => {
		const parameters = list
			.split(/,(?![^<{[]*[>}\]])/)
			.map((each) => each.trim())
			.filter((each) => each !== '')
			.map((each) => /^([A-Za-z_$][\w$]*)/.exec(each)?.[1] ?? '');
		return { name, parameters: parameters.includes('') ? [] : parameters };
	});
}
