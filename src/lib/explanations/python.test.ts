import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PYTHON_EQUIVALENTS, findPythonEquivalents } from './python.ts';

const { SyntaxKind } = ts;

/** Python row for each kind of syntax node; null where both languages write the same or Python has no equivalent. */
const EQUIVALENT_BY_SYNTAX_KIND: Partial<Record<ts.SyntaxKind, string | null>> = {
	[SyntaxKind.SourceFile]: null,
	[SyntaxKind.EndOfFileToken]: null,
	[SyntaxKind.Identifier]: null,
	[SyntaxKind.NumericLiteral]: null,
	[SyntaxKind.StringLiteral]: null,
	[SyntaxKind.NumberKeyword]: null,
	[SyntaxKind.StringKeyword]: null,
	[SyntaxKind.BooleanKeyword]: null,
	[SyntaxKind.ArrayType]: null,
	[SyntaxKind.TypeReference]: null,
	[SyntaxKind.PropertySignature]: null,
	[SyntaxKind.ExportKeyword]: null,
	[SyntaxKind.Parameter]: null,
	[SyntaxKind.Block]: null,
	[SyntaxKind.ExpressionStatement]: null,
	[SyntaxKind.ParenthesizedExpression]: null,
	[SyntaxKind.CallExpression]: null,
	[SyntaxKind.PrefixUnaryExpression]: null,
	[SyntaxKind.VariableStatement]: null,
	[SyntaxKind.VariableDeclaration]: null,
	[SyntaxKind.ImportClause]: null,
	[SyntaxKind.NamedImports]: null,
	[SyntaxKind.ImportSpecifier]: null,
	[SyntaxKind.ReturnStatement]: 'function',
	[SyntaxKind.FunctionDeclaration]: 'function',
	[SyntaxKind.InterfaceDeclaration]: 'object',
	[SyntaxKind.ObjectLiteralExpression]: 'object',
	[SyntaxKind.PropertyAssignment]: 'object',
	[SyntaxKind.ShorthandPropertyAssignment]: 'object',
	[SyntaxKind.ImportDeclaration]: 'import',
	[SyntaxKind.IfStatement]: 'condition',
	[SyntaxKind.ConditionalExpression]: 'choice',
	[SyntaxKind.WhileStatement]: 'while',
	[SyntaxKind.ForOfStatement]: 'each',
	[SyntaxKind.ForStatement]: 'times',
	[SyntaxKind.ArrayLiteralExpression]: 'list',
	[SyntaxKind.ElementAccessExpression]: 'list',
	[SyntaxKind.TrueKeyword]: 'truth',
	[SyntaxKind.FalseKeyword]: 'truth',
	[SyntaxKind.NullKeyword]: 'nothing',
	[SyntaxKind.TemplateExpression]: 'template',
	[SyntaxKind.ArrowFunction]: 'arrow',
	[SyntaxKind.EqualsGreaterThanToken]: 'arrow'
};
const EQUIVALENT_BY_OPERATOR: Record<string, string | null> = {
	'+': null,
	'-': null,
	'*': null,
	'/': null,
	'%': null,
	'<': null,
	'>': null,
	'<=': null,
	'>=': null,
	'=': null,
	'+=': null,
	'===': 'equal',
	'!==': 'equal',
	'&&': 'logic',
	'||': 'logic',
	'**': 'power'
};

function listNeededEquivalents(text: string): Set<string> {
	const rows = new Set<string>();
	const sourceFile = ts.createSourceFile('main.ts', text, ts.ScriptTarget.ES2022, true);
	const addEquivalent = (row: string | null | undefined, node: ts.Node) => {
		if (row === undefined) throw new Error(`nothing says ${SyntaxKind[node.kind]} in Python: ${node.getText()}`);
		if (row !== null) rows.add(row);
	};
	const visit = (node: ts.Node) => {
		if (ts.isBinaryExpression(node)) {
			addEquivalent(EQUIVALENT_BY_OPERATOR[node.operatorToken.getText()], node.operatorToken);
			visit(node.left);
			visit(node.right);
			return;
		}
		if (ts.isVariableDeclarationList(node)) {
			if (!ts.isForOfStatement(node.parent))
				addEquivalent(node.flags & ts.NodeFlags.Const ? 'constant' : 'variable', node);
		} else if (ts.isPropertyAccessExpression(node)) {
			const of = node.expression.getText();
			const name = node.name.text;
			addEquivalent(
				of === 'Math' ? 'rounding' : of === 'console' ? 'console' : /^(?:push|length)$/.test(name) ? 'list' : 'object',
				node
			);
		} else addEquivalent(EQUIVALENT_BY_SYNTAX_KIND[node.kind], node);
		ts.forEachChild(node, visit);
	};
	visit(sourceFile);
	return rows;
}

function listTypeScriptFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => join(folder, path));
}

const greenChallengeFolders = readdirSync('challenges', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => join('challenges', name))
	.filter((folder) => /^piste: green$/m.test(readFileSync(join(folder, 'challenge.yaml'), 'utf8')));

test('there are green challenges', () => expect(greenChallengeFolders.length).toBeGreaterThan(0));

describe.each(
	greenChallengeFolders.flatMap((folder) => [
		...listTypeScriptFiles(join(folder, 'start')),
		...listTypeScriptFiles(join(folder, 'private/solution'))
	])
)('%s', (path) => {
	test('has a Python equivalent for each of its constructs', () => {
		const text = readFileSync(path, 'utf8');
		const equivalentIds = findPythonEquivalents(text).map(({ id }) => id);
		for (const row of listNeededEquivalents(text)) expect(equivalentIds).toContain(row);
	});
});

test('equivalents are shown only for constructs in the program, not for words in comments or strings', () => {
	expect(
		findPythonEquivalents('export function price(minutes: number): number {\n\treturn minutes * 2;\n}').map(
			({ id }) => id
		)
	).toEqual(['function']);
	expect(findPythonEquivalents("// if while for\nconst town = 'if (a) => [null]';").map(({ id }) => id)).toEqual([
		'constant',
		'comment'
	]);
});

test('the TypeScript example of each equivalent is recognised as that equivalent', () => {
	for (const { id, typescript } of PYTHON_EQUIVALENTS)
		expect(findPythonEquivalents(typescript).map((one) => one.id)).toContain(id);
});
