import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import { findTypeProblems } from '#lib/editor/testing/type-problems.ts';
import { TONE_DECLARATIONS } from '#sandbox/libraries/tone-declarations.ts';
import { makeLibraryProjectFiles } from '#lib/projects/library-project-files.ts';

const TONE_FOLDER = 'node_modules/tone/build/esm';
/** Folders of Tone.js with the classes that a program creates objects from. */
const TONE_CLASS_FOLDERS = ['component', 'effect', 'event', 'instrument', 'source'];
/** Matches classes that other classes extend and that Tone.js does not export. */
const UNEXPORTED_PARENT_CLASS_PATTERN =
	/Monophonic|ModulationSynth|StereoEffect|FeedbackEffect|StereoXFeedback|LFOEffect|LFOStereo|MidSideEffect|MeterBase|OneShotSource|ReverseDelay/;

const findToneProblems = (program: string) =>
	findTypeProblems({ music: `${TONE_DECLARATIONS}\n${program}` }, 'page', 'en').filter(Boolean);

test('programs with Tone.js instruments, loops, files and effects have no type errors', () => {
	expect(findToneProblems(makeLibraryProjectFiles('tone', 'en')[PROGRAM_FILE] ?? '')).toEqual([]);
	expect(
		findToneProblems(`
			const drum = new Tone.MembraneSynth().toDestination();
			new Tone.Loop((when) => drum.triggerAttackRelease('C2', '8n', when), '4n').start(0);
			new Tone.Sequence((when, note) => drum.triggerAttackRelease(note, 0.1, when), ['C4', 'E4']).start(0);
			Tone.getTransport().bpm.rampTo(140, 2);
			const delay = new Tone.FeedbackDelay('8n', 0.5).toDestination();
			delay.wet.value = 0.3;
			const player = new Tone.Player('bell.mp3').connect(delay);
			player.loop = true;
			const chord = new Tone.PolySynth(Tone.Synth).chain(new Tone.Filter(400, 'lowpass'), new Tone.Reverb(2));
			chord.set({ envelope: { attack: 0.1 } });
			chord.triggerAttackRelease(['C4', 'E4'], '2n');
			console.log(Tone.Frequency('A4').toFrequency() + 1);
		`)
	).toEqual([]);
});

test('a name that Tone.js does not have is reported as a type error', () => {
	expect(findToneProblems('new Tone.Sinth();')).toHaveLength(1);
});

test('every Tone.js class that a program can create objects from is declared', () => {
	const classNames = TONE_CLASS_FOLDERS.flatMap((folder) =>
		readdirSync(join(TONE_FOLDER, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.d.ts'))
			.flatMap((path) => [
				...readFileSync(join(TONE_FOLDER, folder, path), 'utf8').matchAll(/export declare class (\w+)/g)
			])
			.map(([, name = '']) => name)
	).filter((name) => !UNEXPORTED_PARENT_CLASS_PATTERN.test(name));
	expect(classNames.length).toBeGreaterThan(60);
	expect(classNames.filter((name) => !new RegExp(`class ${name}\\b`).test(TONE_DECLARATIONS))).toEqual([]);
});
