export interface PythonEquivalent {
	id: string;
	typescript: string;
	python: string;
	/** Pattern matched against the code without comments and strings. */
	pattern: RegExp;
}

export const PYTHON_EQUIVALENTS: readonly PythonEquivalent[] = [
	{
		id: 'function',
		typescript: 'function price(minutes: number): number {\n\treturn minutes * 2;\n}',
		python: 'def price(minutes):\n\treturn minutes * 2',
		pattern: /\bfunction\b/
	},
	{ id: 'constant', typescript: 'const rate = 2;', python: 'rate = 2', pattern: /\bconst\b(?!\s+\w+\s+of\b)/ },
	{
		id: 'variable',
		typescript: 'let count = 0;\ncount = count + 1;',
		python: 'count = 0\ncount = count + 1',
		pattern: /\blet\b/
	},
	{
		id: 'condition',
		typescript: 'if (minutes <= 20) {\n\treturn 0;\n} else {\n\treturn 50;\n}',
		python: 'if minutes <= 20:\n\treturn 0\nelse:\n\treturn 50',
		pattern: /\bif\b/
	},
	{
		id: 'choice',
		typescript: 'minutes > 20 ? 50 : 0',
		python: '50 if minutes > 20 else 0',
		pattern: /[^?]\?[^?.:]*:/
	},
	{
		id: 'while',
		typescript: 'while (count < 3) {\n\tcount = count + 1;\n}',
		python: 'while count < 3:\n\tcount = count + 1',
		pattern: /\bwhile\b/
	},
	{
		id: 'each',
		typescript: 'for (const ticket of tickets) {\n\tconsole.log(ticket);\n}',
		python: 'for ticket in tickets:\n\tprint(ticket)',
		pattern: /\bfor\b[^;]*\bof\b/
	},
	{
		id: 'times',
		typescript: 'for (let i = 0; i < 3; i = i + 1) {\n\tconsole.log(i);\n}',
		python: 'for i in range(3):\n\tprint(i)',
		pattern: /\bfor\s*\(\s*let\b/
	},
	{ id: 'equal', typescript: 'zone === 3\nzone !== 3', python: 'zone == 3\nzone != 3', pattern: /[!=]==/ },
	{ id: 'logic', typescript: 'a && b\na || b\n!a', python: 'a and b\na or b\nnot a', pattern: /&&|\|\||!(?!=)/ },
	{ id: 'truth', typescript: 'true\nfalse', python: 'True\nFalse', pattern: /\btrue\b|\bfalse\b/ },
	{ id: 'nothing', typescript: 'null', python: 'None', pattern: /\bnull\b|\bundefined\b/ },
	{
		id: 'list',
		typescript: 'const kept = [];\nkept.push(ticket);\nkept[0]\nkept.length',
		python: 'kept = []\nkept.append(ticket)\nkept[0]\nlen(kept)',
		pattern: /\[/
	},
	{
		id: 'object',
		typescript: "const ticket = { zone: 'A' };\nticket.zone",
		python: "ticket = {'zone': 'A'}\nticket['zone']",
		pattern: /\binterface\b|[=(,]\s*\{|\b(?!Math\b|console\b)[a-z]\w*\.(?!push\b|length\b|log\b)[a-z]\w*\b(?!\s*\()/
	},
	{ id: 'rounding', typescript: 'Math.ceil(21 / 30)', python: 'math.ceil(21 / 30)', pattern: /\bMath\.\w+/ },
	{ id: 'console', typescript: 'console.log(price)', python: 'print(price)', pattern: /\bconsole\./ },
	{
		id: 'import',
		typescript: "import { halfHours } from './given.ts';",
		python: 'from given import halfHours',
		pattern: /\bimport\b/
	},
	{ id: 'template', typescript: '`${minutes} minutes`', python: "f'{minutes} minutes'", pattern: /`/ },
	{
		id: 'arrow',
		typescript: '(minutes: number) => minutes * 2',
		python: 'lambda minutes: minutes * 2',
		pattern: /=>/
	},
	{ id: 'power', typescript: 'side ** 2', python: 'side ** 2', pattern: /\*\*/ },
	{ id: 'comment', typescript: '// a note', python: '# a note', pattern: /\/\// }
];

export function findPythonEquivalents(code: string): PythonEquivalent[] {
	const codeWithoutBlockComments = code
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/(['"])(?:\\.|(?!\1)[^\\\n])*\1/g, "''")
		// Remove types, which have no equivalent among these rows.
		.replace(/\binterface\s+\w+\s*\{[^}]*\}/g, 'interface')
		.replace(/:\s*\w+\[\]/g, '');
	const codeWithoutComments = codeWithoutBlockComments.replace(/\/\/.*$/gm, '');
	return PYTHON_EQUIVALENTS.filter(({ id, pattern }) =>
		pattern.test(id === 'comment' ? codeWithoutBlockComments : codeWithoutComments)
	);
}
