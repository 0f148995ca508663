/** "The same in Python": equivalents of the TypeScript constructs a file uses, for students who know Python. */

export interface Construct {
	id: string;
	typescript: string;
	python: string;
	/** Matched against the code without comments and strings. */
	found: RegExp;
}

export const CONSTRUCTS: readonly Construct[] = [
	{
		id: 'function',
		typescript: 'function price(minutes: number): number {\n\treturn minutes * 2;\n}',
		python: 'def price(minutes):\n\treturn minutes * 2',
		found: /\bfunction\b/
	},
	{ id: 'constant', typescript: 'const rate = 2;', python: 'rate = 2', found: /\bconst\b(?!\s+\w+\s+of\b)/ },
	{
		id: 'variable',
		typescript: 'let count = 0;\ncount = count + 1;',
		python: 'count = 0\ncount = count + 1',
		found: /\blet\b/
	},
	{
		id: 'condition',
		typescript: 'if (minutes <= 20) {\n\treturn 0;\n} else {\n\treturn 50;\n}',
		python: 'if minutes <= 20:\n\treturn 0\nelse:\n\treturn 50',
		found: /\bif\b/
	},
	{
		id: 'choice',
		typescript: 'minutes > 20 ? 50 : 0',
		python: '50 if minutes > 20 else 0',
		found: /[^?]\?[^?.:]*:/
	},
	{
		id: 'while',
		typescript: 'while (count < 3) {\n\tcount = count + 1;\n}',
		python: 'while count < 3:\n\tcount = count + 1',
		found: /\bwhile\b/
	},
	{
		id: 'each',
		typescript: 'for (const ticket of tickets) {\n\tconsole.log(ticket);\n}',
		python: 'for ticket in tickets:\n\tprint(ticket)',
		found: /\bfor\b[^;]*\bof\b/
	},
	{
		id: 'times',
		typescript: 'for (let i = 0; i < 3; i = i + 1) {\n\tconsole.log(i);\n}',
		python: 'for i in range(3):\n\tprint(i)',
		found: /\bfor\s*\(\s*let\b/
	},
	{ id: 'equal', typescript: 'zone === 3\nzone !== 3', python: 'zone == 3\nzone != 3', found: /[!=]==/ },
	{ id: 'logic', typescript: 'a && b\na || b\n!a', python: 'a and b\na or b\nnot a', found: /&&|\|\||!(?!=)/ },
	{ id: 'truth', typescript: 'true\nfalse', python: 'True\nFalse', found: /\btrue\b|\bfalse\b/ },
	{ id: 'nothing', typescript: 'null', python: 'None', found: /\bnull\b|\bundefined\b/ },
	{
		id: 'list',
		typescript: 'const kept = [];\nkept.push(ticket);\nkept[0]\nkept.length',
		python: 'kept = []\nkept.append(ticket)\nkept[0]\nlen(kept)',
		found: /\[/
	},
	{
		id: 'object',
		typescript: "const ticket = { zone: 'A' };\nticket.zone",
		python: "ticket = {'zone': 'A'}\nticket['zone']",
		found: /\binterface\b|[=(,]\s*\{|\b(?!Math\b|console\b)[a-z]\w*\.(?!push\b|length\b|log\b)[a-z]\w*\b(?!\s*\()/
	},
	{ id: 'rounding', typescript: 'Math.ceil(21 / 30)', python: 'math.ceil(21 / 30)', found: /\bMath\.\w+/ },
	{ id: 'console', typescript: 'console.log(price)', python: 'print(price)', found: /\bconsole\./ },
	{
		id: 'import',
		typescript: "import { halfHours } from './given.ts';",
		python: 'from given import halfHours',
		found: /\bimport\b/
	},
	{ id: 'template', typescript: '`${minutes} minutes`', python: "f'{minutes} minutes'", found: /`/ },
	{
		id: 'arrow',
		typescript: '(minutes: number) => minutes * 2',
		python: 'lambda minutes: minutes * 2',
		found: /=>/
	},
	{ id: 'power', typescript: 'side ** 2', python: 'side ** 2', found: /\*\*/ },
	{ id: 'comment', typescript: '// a note', python: '# a note', found: /\/\// }
];

export function constructsIn(code: string): Construct[] {
	const bare = code
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/(['"])(?:\\.|(?!\1)[^\\\n])*\1/g, "''")
		// Removes types, which have no Python equivalent here.
		.replace(/\binterface\s+\w+\s*\{[^}]*\}/g, 'interface')
		.replace(/:\s*\w+\[\]/g, '');
	const uncommented = bare.replace(/\/\/.*$/gm, '');
	return CONSTRUCTS.filter(({ id, found }) => found.test(id === 'comment' ? bare : uncommented));
}
