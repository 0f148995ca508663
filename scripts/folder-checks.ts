import * as v from 'valibot';
import { createJudge } from '#sandbox/judge/index.ts';
import { compileStartBundle } from '#lib/server/content/bundle.ts';
import { readChallengeFiles } from '#lib/server/content/pack.ts';
import { ArgumentError } from './challenge/arguments.ts';
import { checkParsedChallenge } from './challenge/check.ts';
import {
	CODE_SCENE_KIND,
	readExampleAnswer,
	readIdAnswer,
	readSceneKindAnswer,
	readLanguageAnswer,
	readPersonAnswer
} from './challenge/new/questions.ts';
import { createCodelessSceneFiles } from './challenge/new/index.ts';

const folderTaskFields = { name: v.string(), files: v.record(v.string(), v.string()) };
const checkTaskSchema = v.object({
	...folderTaskFields,
	/** True when the folder's programs are also judged and type-checked. */
	isWhole: v.boolean()
});
const newChallengeAnswersSchema = v.object({
	id: v.string(),
	language: v.string(),
	kind: v.string(),
	person: v.string(),
	example: v.string()
});
const taskMessageSchema = v.object({
	id: v.number(),
	task: v.variant('type', [
		v.object({ type: v.literal('check'), ...checkTaskSchema.entries }),
		v.object({ type: v.literal('play'), ...folderTaskFields }),
		v.object({ type: v.literal('begin'), answers: newChallengeAnswersSchema })
	])
});

/** Ends after minutes without a task. One seat, because the server sends one task at a time. */
const judge = createJudge({ seats: 1, isShortLived: true });

async function checkFolder({ name, files, isWhole }: v.InferOutput<typeof checkTaskSchema>) {
	const challengeContent = await readChallengeFiles(name, files);
	const { problems } = isWhole ? await checkParsedChallenge(name, challengeContent, judge) : challengeContent;
	const { challenge, privatePart } = challengeContent.packed ?? {};
	return { problems, packed: challenge === undefined ? null : { challenge, privatePart } };
}

/** Leaves out the source map, which contains the text of the solution. */
async function packFolderToPlay(folder: Omit<v.InferOutput<typeof checkTaskSchema>, 'isWhole'>) {
	const { problems, packed } = await checkFolder({ ...folder, isWhole: false });
	if (packed?.challenge === undefined || packed.privatePart === undefined)
		return { problems, packed: null, program: '' };
	const { challenge, privatePart } = packed;
	const solutionProgram = { files: privatePart.solution, language: challenge.languages[0] ?? 'fr' };
	const { code } = await compileStartBundle(solutionProgram, challenge.surroundings);
	return { problems, packed, program: code };
}

async function generateFolderFiles({
	id,
	language,
	kind,
	person,
	example
}: v.InferOutput<typeof newChallengeAnswersSchema>) {
	try {
		const scene = readSceneKindAnswer(kind);
		if (scene === CODE_SCENE_KIND) throw new ArgumentError('a scene in code is begun with the command');
		const answers = {
			id: readIdAnswer(id),
			language: readLanguageAnswer(language),
			kind: scene,
			person: readPersonAnswer(person),
			example: readExampleAnswer(example, scene)
		};
		return { files: await createCodelessSceneFiles(answers), refusal: null };
	} catch (error) {
		if (error instanceof ArgumentError) return { files: null, refusal: error.message };
		throw error;
	}
}

async function performTask(task: v.InferOutput<typeof taskMessageSchema>['task']): Promise<object> {
	switch (task.type) {
		case 'check':
			return checkFolder(task);
		case 'play':
			return packFolderToPlay(task);
		case 'begin':
			return generateFolderFiles(task.answers);
	}
}

async function answerTaskMessage(input: unknown): Promise<void> {
	const { id, task } = v.parse(taskMessageSchema, input);
	process.send?.({ id, result: await performTask(task) });
}

process.on('message', (input) => {
	answerTaskMessage(input).catch((error: unknown) => {
		console.error(error);
		process.exit(1);
	});
});
process.on('disconnect', () => process.exit());
