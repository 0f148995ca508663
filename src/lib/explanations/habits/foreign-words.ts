import { UNKNOWN_NAME_ERROR_CODES, PROGRAM_KINDS_WITH_DRAWING, type HabitRule } from './habit-rule.ts';

const FOREIGN_NAMES_BY_HABIT: Record<string, string> = {
	noPage:
		'document|window|navigator|location|history|addEventListener|getElementById|querySelector|HTMLElement|canvas|ctx|jQuery|\\$',
	noAlert: 'alert',
	noPrompt: 'prompt|confirm|input|readline|Scanner|scanf',
	noStorage: 'localStorage|sessionStorage|indexedDB|cookies?',
	noImage: 'Image|loadModel|createImg',
	noSound: 'AudioContext|Audio|loadSound|playSound|SpeechSynthesisUtterance|speechSynthesis',
	noNetwork: 'fetch|XMLHttpRequest|WebSocket|EventSource|axios|httpGet',
	noFrames: 'requestAnimationFrame',
	noWidgets: 'createButton|createSlider|createInput|createElement|createDiv|createP|select'
};

const createNameRule = (habit: HabitRule['habit'], names: string, kinds?: HabitRule['kinds']): HabitRule => ({
	habit,
	codes: [...UNKNOWN_NAME_ERROR_CODES, 2305, 2724],
	...(kinds && { kinds }),
	errorPlace: 'here',
	pattern: new RegExp(String.raw`(?<![\p{L}\w.$])(?<at>(?<a>${names}))(?![\p{L}\w$])`, 'dgmu')
});

export const FOREIGN_NAME_RULES: readonly HabitRule[] = [
	...Object.entries(FOREIGN_NAMES_BY_HABIT).map(([habit, names]) =>
		// Not for programs with a document, which have a page, but lack the playNote and loadSound that the sentences propose.
		createNameRule(habit as HabitRule['habit'], names, PROGRAM_KINDS_WITH_DRAWING)
	),
	createNameRule('noRequire', 'require|module|exports|process|Buffer|__dirname|importScripts'),
	createNameRule('noWait', 'delay|sleep|wait', ['sketch', 'p5']),
	// Braise has p5.js without its add-on for sounds.
	createNameRule('noPageSound', 'loadSound|playSound', ['page', 'p5'])
];

export const WORD_REPLACEMENTS: Record<string, string> = {
	// Python
	def: 'function',
	elif: 'else if (…)',
	and: '&&',
	or: '||',
	not: '!',
	None: 'null',
	print: 'console.log(…)',
	len: 'list.length',
	range: 'for (let i = 0; i < 10; i = i + 1)',
	str: 'String(…)',
	int: 'Math.floor(…)',
	float: 'Number(…)',
	sum: 'for (const n of list) { total = total + n; }',
	lambda: '(x) => …',
	pass: '{ }',
	self: 'this',
	del: 'list.splice(…)',
	raise: 'throw',
	except: 'catch',
	math: 'Math',
	// Other languages
	elseif: 'else if (…)',
	elsif: 'else if (…)',
	then: '{ … }',
	endif: '}',
	begin: '{',
	end: '}',
	func: 'function',
	fn: 'function',
	sub: 'function',
	procedure: 'function',
	echo: 'console.log(…)',
	printf: 'console.log(…)',
	println: 'console.log(…)',
	puts: 'console.log(…)',
	mod: '%',
	div: 'Math.floor(a / b)',
	nil: 'null',
	until: 'while (…)',
	repeat: 'for (let i = 0; i < 10; i = i + 1)',
	loop: 'while (…)',
	dim: 'let',
	foreach: 'for (const … of …)',
	is: '===',
	public: 'export',
	// French
	si: 'if (…)',
	sinon: 'else',
	sinonsi: 'else if (…)',
	alors: '{ … }',
	fin: '}',
	finsi: '}',
	pour: 'for (…)',
	tantque: 'while (…)',
	répéter: 'while (…)',
	fonction: 'function',
	retourne: 'return',
	retourner: 'return',
	renvoie: 'return',
	renvoyer: 'return',
	retour: 'return',
	vrai: 'true',
	faux: 'false',
	et: '&&',
	ou: '||',
	non: '!',
	rien: 'null',
	affiche: 'console.log(…)',
	afficher: 'console.log(…)',
	écrire: 'console.log(…)',
	longueur: 'list.length',
	constante: 'const',
	variable: 'let',
	soit: 'let',
	exporter: 'export',
	importer: 'import'
};

export const MATH_FUNCTION_REPLACEMENTS: Record<string, string> = {
	...Object.fromEntries(
		'abs acos asin atan atan2 ceil cos exp floor hypot log max min pow random round sign sin sqrt tan trunc'
			.split(' ')
			.map((name) => [name, `Math.${name}(…)`])
	),
	ceiling: 'Math.ceil(…)',
	arrondi: 'Math.round(…)',
	arrondir: 'Math.round(…)',
	racine: 'Math.sqrt(…)'
};

export const MATH_CONSTANT_REPLACEMENTS: Record<string, string> = {
	infinity: 'Infinity',
	infini: 'Infinity',
	inf: 'Infinity',
	nan: 'NaN',
	PI: 'Math.PI',
	Pi: 'Math.PI',
	pi: 'Math.PI'
};

export const MEMBER_REPLACEMENTS: Record<string, string> = {
	append: 'push',
	add: 'push',
	ajouter: 'push',
	insert: 'splice(i, 0, …)',
	len: 'length',
	longueur: 'length',
	taille: 'length',
	size: 'length',
	count: 'length',
	contains: 'includes',
	contient: 'includes',
	index: 'indexOf',
	upper: 'toUpperCase',
	lower: 'toLowerCase',
	strip: 'trim',
	first: 'at(0)',
	last: 'at(-1)'
};

export const TYPE_REPLACEMENTS: Record<string, string> = {
	int: 'number',
	integer: 'number',
	float: 'number',
	double: 'number',
	decimal: 'number',
	Int: 'number',
	Float: 'number',
	Number: 'number',
	Numbers: 'number',
	numbers: 'number',
	num: 'number',
	nombre: 'number',
	entier: 'number',
	réel: 'number',
	str: 'string',
	String: 'string',
	text: 'string',
	texte: 'string',
	chaine: 'string',
	char: 'string',
	bool: 'boolean',
	Boolean: 'boolean',
	Bool: 'boolean',
	booleen: 'boolean',
	booléen: 'boolean',
	list: 'number[]',
	List: 'number[]',
	liste: 'number[]',
	array: 'number[]',
	rien: 'void',
	None: 'void'
};

/** Replacements of signs that word processors, calculators and keyboards of other scripts write. */
export const SIGN_REPLACEMENTS: Record<string, string> = {
	'×': '*',
	'·': '*',
	'÷': '/',
	'≤': '<=',
	'≥': '>=',
	'≠': '!==',
	'²': '** 2',
	'³': '** 3',
	'−': '-',
	'–': '-',
	'—': '-',
	π: 'Math.PI',
	'√': 'Math.sqrt(…)',
	'∞': 'Infinity',
	'→': '=>',
	'⇒': '=>',
	'؛': ';',
	'，': ',',
	'（': '(',
	'）': ')'
};

const KEYWORDS_TO_UNCAPITALISE =
	'if else return while for const let function export import true false null of break continue'.split(' ');

export const CAPITALISED_KEYWORD_REPLACEMENTS: Record<string, string> = Object.fromEntries(
	KEYWORDS_TO_UNCAPITALISE.flatMap((word) => [
		[`${word.charAt(0).toUpperCase()}${word.slice(1)}`, word],
		[word.toUpperCase(), word]
	])
);
