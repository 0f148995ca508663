/** Implements `npm run challenge -- picture`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArgumentError, type ChallengeArguments } from '../arguments.ts';
import { PreviewedFolder } from '../preview/previewed-folder.ts';
import { servePreview } from '../preview/server.ts';
import { makePathRelative } from '../describe-checked-challenge.ts';
import { CHALLENGE_PICTURE_FOLDER } from '../size-problems.ts';
import { takeChallengePictures } from './take-pictures.ts';

const INTERRUPTED_EXIT_CODE = 130;

/** Takes the pictures by running the workbench. Returns 1 if the challenge has problems. */
export async function runPictureCommand(
	{ folder }: Extract<ChallengeArguments, { command: 'picture' }>,
	from: string
): Promise<number> {
	const name = makePathRelative(folder, from);
	const previewedFolder = new PreviewedFolder(folder, name);
	const { packed, problemLines } = await previewedFolder.read();
	if (packed === undefined) {
		process.stdout.write(`${problemLines.join('\n')}\n${name}: mend this first, a picture shows the scene\n`);
		return 1;
	}
	process.stdout.write(`${name}: four pictures, for two languages and two themes; this takes a minute\n`);
	process.once('SIGINT', () => process.exit(INTERRUPTED_EXIT_CODE));
	const server = await servePreview(previewedFolder, undefined, () => undefined);
	try {
		const takenPictures = await takeChallengePictures(packed.challenge.id, server.address);
		for (const { file, bytes } of takenPictures) {
			const picturePath = join(CHALLENGE_PICTURE_FOLDER, file);
			writeFileSync(picturePath, bytes);
			process.stdout.write(`${makePathRelative(picturePath, from)}: ${Math.round(bytes.length / 1000)} kB\n`);
		}
	} catch (error) {
		throw new ArgumentError(
			`${name}: no picture was taken: ${error instanceof Error ? error.message : String(error)}
It needs Chromium or Chrome: install it, or name it in CHROMIUM_PATH.`
		);
	} finally {
		await server.close();
	}
	process.stdout.write('Look at them, and commit them with the challenge.\n');
	// The process would not end by itself, because the server's database and compilers keep it alive.
	process.exit(0);
}
