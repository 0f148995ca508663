import type { MissingImport } from './contract.ts';

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Returns the text with the name imported: added to an import from the same module, or else in a new first line. */
export function addImport(text: string, { name, module }: MissingImport): string {
	const importPattern = new RegExp(
		String.raw`^(import\s*\{)([^}]*)(\}\s*from\s*(['"])${escapeForPattern(module)}\4)`,
		'm'
	);
	if (!importPattern.test(text)) return `import { ${name} } from '${module}';\n${text}`;
	return text.replace(importPattern, (_, start: string, names: string, end: string) => {
		const trimmedNames = names.trim().replace(/,$/, '');
		return `${start} ${trimmedNames === '' ? name : `${trimmedNames}, ${name}`} ${end}`;
	});
}
