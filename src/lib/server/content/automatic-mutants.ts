import type ts from 'typescript';
import { withoutSpaces } from './mutants.ts';
import { typescript } from './typescript.ts';

export interface AutomaticMutant {
	/** Line of the change, counted from 1. */
	line: number;
	/** Text of the whole changed file. */
	text: string;
	/** Description of the change: "`a < b` instead of `a <= b`". */
	description: string;
	advice: string;
}

interface SolutionChange {
	/** Mutants with a low rank come first: they change what checks most often forget. */
	rank: number;
	changedNode: ts.Node;
	replacement: string;
	/** The part of the source, around the change, that an author is shown. */
	shownNode: ts.Node;
	advice: string;
}

const COMPARISON_REPLACEMENTS: Partial<Record<ts.SyntaxKind, string>> = {
	[typescript.SyntaxKind.LessThanToken]: '<=',
	[typescript.SyntaxKind.LessThanEqualsToken]: '<',
	[typescript.SyntaxKind.GreaterThanToken]: '>=',
	[typescript.SyntaxKind.GreaterThanEqualsToken]: '>'
};
const OPERATOR_REPLACEMENTS: Partial<Record<ts.SyntaxKind, string>> = {
	[typescript.SyntaxKind.PlusToken]: '-',
	[typescript.SyntaxKind.MinusToken]: '+',
	[typescript.SyntaxKind.AsteriskToken]: '/',
	[typescript.SyntaxKind.SlashToken]: '*',
	[typescript.SyntaxKind.PlusEqualsToken]: '-=',
	[typescript.SyntaxKind.MinusEqualsToken]: '+=',
	[typescript.SyntaxKind.AmpersandAmpersandToken]: '||',
	[typescript.SyntaxKind.BarBarToken]: '&&'
};
const MUTANT_KIND_RANKS = { border: 0, branch: 1, operator: 2, number: 3 };
const MOST_QUOTED_CHARACTERS = 60;
const DEFAULT_MUTANT_ADVICE = 'add an example where that makes a difference';

/**
 * Makes mutants of the code in functions, because numbers outside functions are data or settings. Code that also stands in `given`,
 * the file with which students begin, is not changed.
 */
export function makeAutomaticMutants(source: string, given = ''): AutomaticMutant[] {
	const file = typescript.createSourceFile('main.ts', source, typescript.ScriptTarget.Latest, true);
	const givenCode = withoutSpaces(given);
	const ownStatements = file.statements.filter(
		(statement) => !givenCode.includes(withoutSpaces(statement.getText(file)))
	);
	const changes = ownStatements
		.flatMap((statement) => collectSolutionChanges(statement, false))
		.sort((one, other) => one.rank - other.rank);
	return changes.map(({ changedNode, replacement, shownNode, advice }) => {
		const [from, to] = [changedNode.getStart(file), changedNode.end];
		const [start, end] = [shownNode.getStart(file), shownNode.end];
		const [was, now] = [source.slice(start, end), source.slice(start, from) + replacement + source.slice(to, end)];
		return {
			line: file.getLineAndCharacterOfPosition(from).line + 1,
			text: source.slice(0, from) + replacement + source.slice(to),
			description: `${quoteShortenedCode(now)} instead of ${quoteShortenedCode(was)}`,
			advice
		};
	});
}

function quoteShortenedCode(text: string): string {
	const characters = [...text.replace(/\s+/g, ' ')];
	const end = characters.length > MOST_QUOTED_CHARACTERS ? '…' : '';
	return `\`${characters.slice(0, MOST_QUOTED_CHARACTERS).join('')}${end}\``;
}

function collectSolutionChanges(node: ts.Node, isInFunction: boolean): SolutionChange[] {
	if (typescript.isTypeNode(node)) return [];
	const ownChanges = isInFunction ? changesOfNode(node) : [];
	const isInside = isInFunction || typescript.isFunctionLike(node);
	const changesBelow: SolutionChange[] = [];
	typescript.forEachChild(node, (child) => {
		changesBelow.push(...collectSolutionChanges(child, isInside));
	});
	return [...ownChanges, ...changesBelow];
}

function changesOfNode(node: ts.Node): SolutionChange[] {
	if (typescript.isBinaryExpression(node)) return changesOfOperator(node);
	if (typescript.isNumericLiteral(node)) return changesOfNumber(node);
	const condition = typescript.isIfStatement(node)
		? node.expression
		: typescript.isConditionalExpression(node)
			? node.condition
			: undefined;
	if (condition === undefined) return [];
	const advice = 'add an example that needs this branch';
	return [
		{
			rank: MUTANT_KIND_RANKS.branch,
			changedNode: condition,
			replacement: 'false',
			shownNode: typescript.isIfStatement(node) ? condition : node,
			advice
		}
	];
}

function changesOfOperator(node: ts.BinaryExpression): SolutionChange[] {
	const { left, operatorToken, right } = node;
	const otherBorder = COMPARISON_REPLACEMENTS[operatorToken.kind];
	if (otherBorder !== undefined) {
		const limitNode = [right, left].find(isNumberLiteral);
		const advice = limitNode
			? adviseExampleValue(limitNode === right ? left : right, limitNode.getText())
			: 'add an example where both sides are equal';
		return [
			{ rank: MUTANT_KIND_RANKS.border, changedNode: operatorToken, replacement: otherBorder, shownNode: node, advice }
		];
	}
	const otherOperator = OPERATOR_REPLACEMENTS[operatorToken.kind];
	// Skip a `+` that joins texts: with `-` in its place, every check would notice.
	if (otherOperator === undefined || [left, right].some((side) => typescript.isStringLiteralLike(side))) return [];
	return [
		{
			rank: MUTANT_KIND_RANKS.operator,
			changedNode: operatorToken,
			replacement: otherOperator,
			shownNode: node,
			advice: DEFAULT_MUTANT_ADVICE
		}
	];
}

function changesOfNumber(node: ts.NumericLiteral): SolutionChange[] {
	const { parent } = node;
	if (typescript.isPropertyAssignment(parent) && parent.name === node) return [];
	const value = Number(node.text);
	return [value + 1, value - 1].map((other) => {
		const numberText = String(Number(other.toPrecision(12)));
		return {
			rank: MUTANT_KIND_RANKS.number,
			changedNode: node,
			replacement: other < 0 ? `(${numberText})` : numberText,
			shownNode: typescript.isExpression(parent) || typescript.isVariableDeclaration(parent) ? parent : node,
			advice: adviseOnComparison(node, value, other)
		};
	});
}

const adviseExampleValue = (compared: ts.Node, value: string | number): string =>
	`add an example where ${quoteShortenedCode(compared.getText())} is ${value}`;

function adviseOnComparison(node: ts.NumericLiteral, value: number, other: number): string {
	const { parent } = node;
	if (!typescript.isBinaryExpression(parent) || parent.right !== node) return DEFAULT_MUTANT_ADVICE;
	const { kind } = parent.operatorToken;
	if (kind === typescript.SyntaxKind.LessThanEqualsToken || kind === typescript.SyntaxKind.GreaterThanToken)
		return adviseExampleValue(parent.left, Math.max(value, other));
	if (kind === typescript.SyntaxKind.LessThanToken || kind === typescript.SyntaxKind.GreaterThanEqualsToken)
		return adviseExampleValue(parent.left, Math.min(value, other));
	return DEFAULT_MUTANT_ADVICE;
}

function isNumberLiteral(node: ts.Node): boolean {
	return (
		typescript.isNumericLiteral(node) ||
		(typescript.isPrefixUnaryExpression(node) && typescript.isNumericLiteral(node.operand))
	);
}
