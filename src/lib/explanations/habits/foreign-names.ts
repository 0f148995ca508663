/** Rules for names of web pages and other libraries that Braise does not have. */
import { UNKNOWN_NAME_ERROR_CODES } from './error-codes.ts';
import { PROGRAM_KINDS_WITH_DRAWING, type HabitRule } from './habit-rule.ts';

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
