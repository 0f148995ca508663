import type { MistakeTexts } from './explanation.ts';

export const englishMistakeTexts: MistakeTexts = {
	quote: [
		'A text begins with a quote and nothing closes it.',
		'Put the same quote at the end of the text, on the same line.'
	],
	template: ['A text between backticks (`) is never closed.', 'Find where it should end and put a backtick there.'],
	comment: ['A comment begins with /* and does not end.', 'Put */ where it should stop.'],
	brace: [
		'A brace } is missing.',
		'Count the { and the }: there have to be as many of each. The missing one is often above the marked line.'
	],
	openingBrace: ['A brace { is missing.', 'The lines of a function or an if go between { and }.'],
	parenthesis: ['A parenthesis ) is missing.', 'Count the ( and the ) on this line: there have to be as many of each.'],
	openingParenthesis: [
		'A parenthesis ( is missing.',
		'The condition of an if or a while goes between parentheses: if (x > 3).'
	],
	functionParentheses: [
		'The name of a function is followed by parentheses.',
		'Add them, even empty, and then its lines between braces: function play() { … }.'
	],
	bracket: ['A bracket ] is missing.', 'Count the [ and the ]: they close a list or one of its places.'],
	comma: [
		'A comma is missing, or a sign between two values.',
		'Look just before the marked place: what did you want between the two values?'
	],
	semicolon: [
		'Two instructions touch, or there is one word too many.',
		'Write one instruction a line. Check the spelling of the first word too.'
	],
	colon: ['A colon : is missing.', 'In an object each name is followed by : and then its value.'],
	equals: ['The sign = is missing between the name and its value.', 'One = gives a value. Two or three compare.'],
	expected: [
		'Here TypeScript expected another sign.',
		'Read the line sign by sign: something is missing just before the marked place.'
	],
	expression: [
		'A value is missing here.',
		'After =, (, + or return TypeScript expects a number, a text, a name or a calculation.'
	],
	statement: [
		'This line is out of place.',
		'There is often one brace } too many just before, a { forgotten above, or an else that follows no if.'
	],
	keyword: [
		'TypeScript does not know this word here.',
		'Check the spelling: function, return, const, if, else, while. There is no def and no elif.'
	],
	character: [
		'This sign does not exist in TypeScript.',
		'It may be a “curly” quote or a special space, copied from a document: type it again.'
	],
	nameNeeded: [
		'A name is needed here.',
		'After const, let or function comes a name: letters, no space or dash, and no reserved word such as class or new.'
	],
	reserved: ['{0} is a word of TypeScript and cannot be a name.', 'Choose another name.'],
	digit: ['A name cannot begin with a digit.', 'Put the digit at the end: price2 rather than 2price.'],
	decimal: ['After a comma TypeScript expects another name.', 'Decimal numbers are written with a point: 1.5.'],
	constantEmpty: [
		'A constant must get its value at once.',
		'Add = and the value. If it comes later, write let instead of const.'
	],
	returnOutside: [
		'return only makes sense inside a function.',
		'Look at the braces: the function is probably closed too early.'
	],
	breakOutside: [
		'break and continue only make sense inside a loop.',
		'Look at the braces: the loop is probably closed too early.'
	],
	await: ['await only makes sense inside an async function.', 'Put async before function.'],
	unknown: [
		'Nothing is called {0} here.',
		'Check spelling and capitals. A text goes between quotes. A name made between { } exists only between them.'
	],
	misspelt: ['Nothing is called {0}. You may have meant {1}.', 'Compare the two names letter by letter, capitals too.'],
	property: [
		'{0} does not exist on this value.',
		'What kind of value is left of the dot? To find out, show it just before with console.log.'
	],
	propertyMisspelt: [
		'{0} does not exist on this value. You may have meant {2}.',
		'Compare the two names letter by letter.'
	],
	assigned: [
		'This is the wrong kind of value: {0}, where {1} is needed.',
		'Look at what the line works out, and at what the function should receive or return.'
	],
	textOrNumber: [
		'This is the wrong kind of value: {0}, where {1} is needed.',
		'"12" is a text and 12 a number. Look at what the line works out, and at what the function should return.'
	],
	nothingReturned: [
		'This returns nothing, and a value is needed.',
		'console.log shows a value, but does not return it. To return it, write return and the value.'
	],
	argument: [
		'The function receives {0} and expects {1}.',
		'Look at what you put between the parentheses, and in which order.'
	],
	count: [
		'The function does not receive the right number of values: it expects {0} and receives {1}.',
		'Count what is between the parentheses, separated by commas.'
	],
	noReturn: ['The function has to return a value, and it returns none.', 'Add return and the value.'],
	someReturn: [
		'The function does not return a value in every case.',
		'Follow each path: what does it return when the condition is false?'
	],
	calculation: [
		'Only numbers can be used in a calculation.',
		'One of the two sides is a text or something else. Number("12") turns a text into a number.'
	],
	operator: [
		'This sign does not go between {1} and {2}.',
		'Two values of the same kind are needed: two numbers, for instance.'
	],
	neverEqual: [
		'These two values can never be equal: {0} on one side, {1} on the other.',
		'Compare a number with a number, a text with a text.'
	],
	alwaysTrue: ['This condition is always true.', 'x === 1 || 2 does not mean “1 or 2”. Write x === 1 || x === 2.'],
	alwaysFalse: ['This condition is always false.', 'Look at each side of && and ||: both need a comparison.'],
	notCalled: [
		'You name the function without calling it: the condition is always true.',
		'Add the parentheses: isFree().'
	],
	emptyCondition: ['This returns nothing, so it is neither true nor false.', 'Check that the function has a return.'],
	unassigned: ['{0} is used before it got a value.', 'Give it a value where you make it: let {0} = 0.'],
	tooEarly: ['{0} is used before the line that makes it.', 'Move its line further up.'],
	twice: [
		'The name {0} exists here already.',
		'To change its value, do not write const or let a second time. Otherwise choose another name.'
	],
	functionTwice: ['Two functions have the same name.', 'Delete one of them, or change its name.'],
	propertyTwice: ['This object has the same name twice.', 'Keep only one of the two lines.'],
	constant: [
		'{0} is a constant: its value does not change.',
		'To compare, write ===. To change it, write let instead of const.'
	],
	readOnly: ['{0} cannot be changed.', 'Make a copy and change the copy.'],
	maybeNothing: [
		'This may be empty (null or undefined).',
		'Before using it, check that something is there: if (…) { … }.'
	],
	module: ['No file is called {0}.', 'The name of one of your files begins with "./" and ends like its tab.'],
	export: ['The file {0} does not export {1}.', 'In that file put export before this name.'],
	exportMisspelt: [
		'The file {0} does not export {1}. You may have meant {2}.',
		'Compare the two names letter by letter.'
	],
	notFunction: [
		'What stands before the parentheses is not a function.',
		'To multiply, write the sign *: 2 * (a + b). For a place in a list: list[0].'
	],
	notList: ['for … of and ... go through a list, and this value is not one.', 'Write the name of a list here.'],
	missingProperty: ['{0} is missing in this object.', 'Add a line with this name and its value.'],
	missingProperties: [
		'Several properties are missing in this object ({0}).',
		'Add a line for each, with its name and its value.'
	],
	excessProperty: ['{0} is not expected in this object.', 'Check the spelling, or remove this line.'],
	caseNever: [
		'This case can never happen: {0} is not the same kind as {1}.',
		'Compare a number with a number, a text with a text.'
	],
	ownMember: ['Nothing is called {0} here, but the object has a property {0}.', 'Write this.{0}.'],
	overload: [
		'This function cannot be called with these values.',
		'Look at the kind and the order of each value between the parentheses.'
	],
	ranUnknown: [
		'The program looks for {0}, and nothing has that name.',
		'Check the spelling. A name made between { } exists only between them.'
	],
	ranTooEarly: ['{0} is used before the line that gives it its value.', 'Move the const or let line further up.'],
	ranNotFunction: [
		'{0} is not a function when the program calls it.',
		'Check the name. To multiply, the sign * is needed.'
	],
	ranOfNothing: [
		'The program looks for {0} on an empty value.',
		'What is left of the dot is undefined or null: the list may be empty, or the place does not exist. Show it with console.log just before.'
	],
	ranConstant: ['The program tries to change a constant.', 'Write let instead of const if it should change.'],
	ranNotList: [
		'The program tries to go through something that is not a list.',
		'for … of and ... need a list. Show the value with console.log just before.'
	],
	ranRecursion: [
		'A function calls itself without end.',
		'What should stop it? It needs a simple case where it returns a value without calling itself again.'
	],
	ranLength: [
		'A list cannot have this size.',
		'A length is a whole number, never negative. Show it with console.log just before.'
	],
	ranDigits: [
		'The number given between the parentheses is too big or negative.',
		'toFixed(2) keeps 2 digits after the point; repeat(3) repeats 3 times.'
	],
	ranJson: [
		'This text is not correct JSON.',
		'Put double quotes around the names, and no comma after the last element.'
	],
	ranBigInt: ['Big integers (10n) and numbers (10) do not mix.', 'Convert one of them: BigInt(10) or Number(10n).'],
	ranReadOnly: [
		'The program tries to change a frozen value.',
		'Make a copy and change the copy: { ...value } or [...list].'
	],
	ranEmptyReduce: [
		'reduce has nothing to bring together: the list is empty.',
		'Give the starting value at the end: list.reduce((a, b) => a + b, 0).'
	],
	ranEndless: [
		'A loop never ends.',
		'What should stop it? Look at the condition, and at what changes each time round.'
	],
	ranMemory: [
		'The program filled all the memory.',
		'A list may be growing without end: look at what the loop adds to it, and when it stops.'
	]
};
