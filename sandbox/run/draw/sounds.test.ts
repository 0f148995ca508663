import { expect, test, vi } from 'vitest';
import type { SoundNote } from '../../note.ts';
import { createDrawModule } from './index.ts';
import { frequencyOfNote } from './sounds.ts';
import type { SoundCommand } from '../../sound-command.ts';

function createNoteRecorder(language: 'fr' | 'en' = 'fr') {
	const notes: SoundNote[] = [];
	const { playNote } = createDrawModule({ language, onNote: (note) => notes.push(note) }).module;
	return { notes, playNote: playNote as (...given: unknown[]) => void };
}

test.each([
	['A4', 440],
	['la3', 440],
	['C4', 261.63],
	['do3', 261.63],
	['ré3', 293.66],
	['Re3', 293.66],
	['C#4', 277.18],
	['Db4', 277.18],
	['Bb3', 233.08],
	['sib2', 233.08],
	['B3', 246.94],
	['fa#4', 739.99],
	[' sol0 ', 48.999]
])('the note %s has %f hertz', (name, frequency) => {
	expect(frequencyOfNote(name)).toBeCloseTo(frequency, 1);
});

test.each(['', 'H4', 'A', 'A44', 'la', 'la-1', 'do##3', 'constructor4', '440'])('“%s” is not a note name', (name) => {
	expect(frequencyOfNote(name)).toBeUndefined();
});

test('a note lasts 0.4 seconds and has a soft wave, unless the sketch says otherwise', () => {
	const { notes, playNote } = createNoteRecorder();
	playNote('A4');
	playNote(1000, 2, 'square');
	expect(notes).toEqual([
		{ frequency: 440, seconds: 0.4, wave: 'triangle' },
		{ frequency: 1000, seconds: 2, wave: 'square' }
	]);
});

test.each([
	[['H4'], /'H4'.*n’est pas une note.*'la3'/],
	[[NaN], /NaN.*n’est pas une note/],
	[[19], /19.*de 20 à 20000 Hz/],
	[[undefined], /undefined.*n’est pas une note/],
	[['A4', 6], /la durée est 6.*au plus 5/],
	[['A4', 0], /la durée est 0/],
	[['A4', '1'], /la durée est '1'/],
	[['A4', 1, 'violin'], /'violin' n’est pas un timbre.*sine, triangle, square, sawtooth/]
])('playNote refuses the arguments %j with an explanation, and plays nothing', (given, words) => {
	const { notes, playNote } = createNoteRecorder();
	expect(() => playNote(...given)).toThrow(words);
	expect(notes).toEqual([]);
});

test('a wrong note is explained in the language of the sketch', () => {
	expect(() => createNoteRecorder('en').playNote('H4')).toThrow("playNote('H4'): this is not a note. Examples: 'A4'");
});

test('playing a note without a listener, as in checks, does not throw', () => {
	expect(() => createDrawModule().module.playNote('A4')).not.toThrow();
});

function createSoundRecorder(sounds: [path: string, arrival: true | null][], language: 'fr' | 'en' = 'fr') {
	const commands: SoundCommand[] = [];
	const draw = createDrawModule({ language, onSoundCommand: (command) => commands.push(command) });
	draw.setSounds(new Map(sounds));
	return { commands, loadSound: draw.module.loadSound };
}

test('a sound plays, loops, stops, and keeps its loudness', () => {
	const { commands, loadSound } = createSoundRecorder([['bell.mp3', true]]);
	const bell = loadSound('./bell.mp3');
	bell.play();
	bell.setVolume(0.5);
	bell.loop();
	bell.stop();
	expect(commands).toEqual([
		{ path: 'bell.mp3', action: 'play', volume: 1 },
		{ path: 'bell.mp3', action: 'volume', volume: 0.5 },
		{ path: 'bell.mp3', action: 'loop', volume: 0.5 },
		{ path: 'bell.mp3', action: 'stop', volume: 0.5 }
	]);
});

test('the callback of loadSound is called after the running code', async () => {
	const onload = vi.fn();
	const bell = createSoundRecorder([['bell.mp3', true]]).loadSound('bell.mp3', onload);
	expect(onload).not.toHaveBeenCalled();
	await Promise.resolve();
	expect(onload).toHaveBeenCalledExactlyOnceWith(bell);
});

test.each([
	['dog.mp3', /Il n’y a pas de son « dog.mp3 ».*Il a : bell.mp3, late.wav/],
	['late.wav', /« late.wav » n’est pas encore arrivé/],
	['https://example.org/a.mp3', /rien ne se charge d’Internet/]
])('loading the sound %s is refused with an explanation', (path, words) => {
	const { loadSound } = createSoundRecorder([
		['bell.mp3', true],
		['late.wav', null]
	]);
	expect(() => loadSound(path)).toThrow(words);
});

test('in a project without sounds, loadSound says where to add one, in the sketch’s language', () => {
	expect(() => createSoundRecorder([], 'en').loadSound('bell.mp3')).toThrow('Add it with the button “My files”');
});

test.each([-0.1, 1.1, NaN, '1'])('the loudness %s is refused, and the earlier loudness stays', (volume) => {
	const { commands, loadSound } = createSoundRecorder([['bell.mp3', true]]);
	const bell = loadSound('bell.mp3');
	expect(() => bell.setVolume(volume as number)).toThrow(/de 0 à 1/);
	bell.play();
	expect(commands).toEqual([{ path: 'bell.mp3', action: 'play', volume: 1 }]);
});
