import { expect, test, vi } from 'vitest';
import type { SoundCommand } from '../../sound-command.ts';
import { createDrawModule } from './index.ts';

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
