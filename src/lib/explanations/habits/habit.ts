/** The habits of beginners, of Python, of French and of web pages that have a sentence of their own. */
export const HABITS = [
	// Taken by TypeScript
	...(['assignInCondition', 'backwardsGreater', 'decimalComma', 'emptyBody', 'plusAfterEquals'] as const),
	...(['comparedStatement', 'lostValue', 'orValue', 'powerCaret', 'divisionComment', 'textNotNumber'] as const),
	...(['negativePlace', 'pairAssigned', 'inList', 'exportMissing'] as const),
	// Modules
	...([
		'noP5',
		'fileDot',
		'noPackage',
		'pythonImport',
		'fileQuotes',
		'importBraces',
		'importAndOwn',
		'importGone'
	] as const),
	// Structure
	...([
		'hashComment',
		'pythonFor',
		'pythonRange',
		'pythonCondition',
		'pythonElse',
		'elseCondition',
		'elseAlone'
	] as const),
	...(['functionWords', 'functionColon', 'functionSemicolon', 'arrowMissing', 'exportInside'] as const),
	...(['functionParentheses', 'comprehension', 'pageText'] as const),
	...(['forCommas', 'forDeclared', 'forOfDeclared', 'forIn'] as const),
	// Signs
	...(['apostrophe', 'equalsFirst', 'splitSign', 'notEqualSign', 'placeholder', 'foreignSign', 'curlyQuote'] as const),
	...(['unit', 'thousands', 'timesLetter', 'doubleComparison', 'returnSign', 'assignedCalculation'] as const),
	...(['starMissing', 'mathComma', 'minusPower', 'formatText', 'listsAdded'] as const),
	// Names
	...(['capitalWord', 'typeBefore', 'typeForConst', 'foreignType', 'foreignWord', 'mathName'] as const),
	...(['noPage', 'noAlert', 'noPrompt', 'noStorage', 'noImage', 'noSound', 'noNetwork', 'noRequire'] as const),
	...(['noFrames', 'noWidgets', 'lengthCalled', 'valueCalled', 'foreignMember', 'listMember'] as const),
	...([
		'constMissing',
		'quotesMissing',
		'functionAssigned',
		'returnAlone',
		'numberInQuotes',
		'functionAsValue'
	] as const),
	...(['callParentheses', 'otherText', 'notAmong', 'compareNothing'] as const),
	...(['otherBraces', 'fixedText', 'methodNotCalled', 'functionNotMember', 'typeAsValue', 'importAssigned'] as const)
] as const;
export type Habit = (typeof HABITS)[number];

/** One plain sentence a habit; `{0}`, `{1}` and so on stand for what the program has there. */
export type HabitTexts = Record<Habit | 'notUnderstood', string>;
