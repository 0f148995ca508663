/** Makes wrong programs from a solution. Each has one border, branch, operator or number changed. */
import type ts from 'typescript';
import { withoutSpaces } from './mutants.ts';
import { typescript } from './typescript.ts';

export interface AutomaticMutant {
	/** Line of the change, counted from 1. */
	line: number;
	/** Text of the whole changed file. */
	text: string;
	/** Description of the change: "`a < b` instead of `a <= b`". */
	what: string;
	/** Advice on what would make a check notice the change. */
	advice: string;
}

interface Change {
	/** Mutants with a low rank come first: they change what checks most often forget. */
	rank: number;
	/** The part of the source that is replaced by `by`. */
	changed: ts.Node;
	by: string;
	/** The part of the source around the change, which an author is shown. */
	shown: ts.Node;
	advice: string;
}

const BORDERS: Partial<Record<ts.SyntaxKind, string>> = {
	[typescript.SyntaxKind.LessThanToken]: '<=',
	[typescript.SyntaxKind.LessThanEqualsToken]: '<',
	[typescript.SyntaxKind.GreaterThanToken]: '>=',
	[typescript.SyntaxKind.GreaterThanEqualsToken]: '>'
};
const OPERATORS: Partial<Record<ts.SyntaxKind, string>> = {
	[typescript.SyntaxKind.PlusToken]: '-',
	[typescript.SyntaxKind.MinusToken]: '+',
	[typescript.SyntaxKind.AsteriskToken]: '/',
	[typescript.SyntaxKind.SlashToken]: '*',
	[typescript.SyntaxKind.PlusEqualsToken]: '-=',
	[typescript.SyntaxKind.MinusEqualsToken]: '+=',
	[typescript.SyntaxKind.AmpersandAmpersandToken]: '||',
	[typescript.SyntaxKind.BarBarToken]: '&&'
};
const RANKS = { border: 0, branch: 1, operator: 2, number: 3 };
const SHOWN_CHARACTERS = 60;
const MATTERS = 'add an example where that makes a difference';

/**
 * Makes mutants of the code in functions, because numbers outside functions are data or settings. Code that also stands in `given`,
 * the file with which students begin, is not changed.
 */
export function makeAutomaticMutants(source: string, given = ''): AutomaticMutant[] {
	const file = typescript.createSourceFile('main.ts', source, typescript.ScriptTarget.Latest, true);
	const givenCode = withoutSpaces(given);
	const own = file.statements.filter((statement) => !givenCode.includes(withoutSpaces(statement.getText(file))));
	const changes = own.flatMap((statement) => changesIn(statement, false)).sort((one, other) => one.rank - other.rank);
	return changes.map(({ changed, by, shown, advice }) => {
		const [from, to] = [changed.getStart(file), changed.end];
		const [start, end] = [shown.getStart(file), shown.end];
		const [was, now] = [source.slice(start, end), source.slice(start, from) + by + source.slice(to, end)];
		return {
			line: file.getLineAndCharacterOfPosition(from).line + 1,
			text: source.slice(0, from) + by + source.slice(to),
			what: `${inCode(now)} instead of ${inCode(was)}`,
			advice
		};
	});
}

function inCode(text: string): string {
	const line = text.replace(/\s+/g, ' ');
	return `\`${line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line}\``;
}

function changesIn(node: ts.Node, inFunction: boolean): Change[] {
	if (typescript.isTypeNode(node)) return [];
	const own = inFunction ? changesOf(node) : [];
	const inside = inFunction || typescript.isFunctionLike(node);
	const below: Change[] = [];
	typescript.forEachChild(node, (child) => {
		below.push(...changesIn(child, inside));
	});
	return [...own, ...below];
}

function changesOf(node: ts.Node): Change[] {
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
			rank: RANKS.branch,
			changed: condition,
			by: 'false',
			shown: typescript.isIfStatement(node) ? condition : node,
			advice
		}
	];
}

function changesOfOperator(node: ts.BinaryExpression): Change[] {
	const { left, operatorToken, right } = node;
	const border = BORDERS[operatorToken.kind];
	if (border !== undefined) {
		const limit = [right, left].find(isNumber);
		const advice = limit
			? adviceAt(limit === right ? left : right, limit.getText())
			: 'add an example where both sides are equal';
		return [{ rank: RANKS.border, changed: operatorToken, by: border, shown: node, advice }];
	}
	const operator = OPERATORS[operatorToken.kind];
	// Texts can be joined but not subtracted, so any check would notice this change.
	if (operator === undefined || [left, right].some((side) => typescript.isStringLiteralLike(side))) return [];
	return [{ rank: RANKS.operator, changed: operatorToken, by: operator, shown: node, advice: MATTERS }];
}

function changesOfNumber(node: ts.NumericLiteral): Change[] {
	const { parent } = node;
	if (typescript.isPropertyAssignment(parent) && parent.name === node) return [];
	const value = Number(node.text);
	return [value + 1, value - 1].map((other) => {
		const numberText = String(Number(other.toPrecision(12)));
		return {
			rank: RANKS.number,
			changed: node,
			by: other < 0 ? `(${numberText})` : numberText,
			shown: typescript.isExpression(parent) || typescript.isVariableDeclaration(parent) ? parent : node,
			advice: adviceBetween(node, value, other)
		};
	});
}

/** Returns the advice. `compared` may be an argument of the function, or computed in it. */
const adviceAt = (compared: ts.Node, value: string | number): string =>
	`add an example where ${inCode(compared.getText())} is ${value}`;

/** Returns advice with a number for which the comparison with another limit has another result. */
function adviceBetween(node: ts.NumericLiteral, value: number, other: number): string {
	const { parent } = node;
	if (!typescript.isBinaryExpression(parent) || parent.right !== node) return MATTERS;
	const { kind } = parent.operatorToken;
	if (kind === typescript.SyntaxKind.LessThanEqualsToken || kind === typescript.SyntaxKind.GreaterThanToken)
		return adviceAt(parent.left, Math.max(value, other));
	if (kind === typescript.SyntaxKind.LessThanToken || kind === typescript.SyntaxKind.GreaterThanEqualsToken)
		return adviceAt(parent.left, Math.min(value, other));
	return MATTERS;
}

function isNumber(node: ts.Node): boolean {
	return (
		typescript.isNumericLiteral(node) ||
		(typescript.isPrefixUnaryExpression(node) && typescript.isNumericLiteral(node.operand))
	);
}
