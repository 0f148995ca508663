/** Packs and checks folders for a server, in a process of its own, so that nothing of an author's is read or run in the app. */
import * as v from 'valibot';
import { createJudge } from '#sandbox/judge/index.ts';
import { readChallengeFiles } from '#lib/server/content/pack.ts';
import { checkReadChallenge } from './challenge/check.ts';

const messageSchema = v.object({
	id: v.number(),
	name: v.string(),
	files: v.record(v.string(), v.string()),
	/** Also judges its programs, and checks their types. */
	isWhole: v.boolean()
});

/** One at a time: the server sends the next folder when this one is answered. */
const judge = createJudge({ seats: 1 });

async function answer(input: unknown): Promise<void> {
	const { id, name, files, isWhole } = v.parse(messageSchema, input);
	const read = await readChallengeFiles(name, files);
	const { problems } = isWhole ? await checkReadChallenge(name, read, judge) : read;
	const { challenge, private: hidden } = read.packed ?? {};
	process.send?.({ id, problems, packed: challenge === undefined ? null : { challenge, private: hidden } });
}

process.on('message', (input) => {
	answer(input).catch((error: unknown) => {
		console.error(error);
		process.exit(1);
	});
});
process.on('disconnect', () => process.exit());
