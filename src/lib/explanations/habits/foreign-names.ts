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
	noRequire: 'require|module|exports|process|Buffer|__dirname|importScripts',
	noFrames: 'requestAnimationFrame',
	noWidgets: 'createButton|createSlider|createInput|createElement|createDiv|createP|select'
};

export const FOREIGN_NAME_RULES: readonly HabitRule[] = Object.entries(FOREIGN_NAMES_BY_HABIT).map(
	([habit, names]): HabitRule => ({
		habit: habit as HabitRule['habit'],
		codes: [...UNKNOWN_NAME_ERROR_CODES, 2305, 2724],
		// For programs with a document the other sentences would be wrong: they have a page, but neither playNote nor loadSound.
		...(habit !== 'noRequire' && { kinds: PROGRAM_KINDS_WITH_DRAWING }),
		errorPlace: 'here',
		pattern: new RegExp(String.raw`(?<![\p{L}\w.$])(?<at>(?<a>${names}))(?![\p{L}\w$])`, 'dgmu')
	})
);
