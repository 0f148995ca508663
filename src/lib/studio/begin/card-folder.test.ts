import { expect, test } from 'vitest';
import { readExercise } from '#lib/domain/exercise/exercise-folder.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { makeExerciseFromCard, fillFolderFromCard, type CardWithLanguage } from './card-folder.ts';

const PROBLEM_CARD = {
	...EMPTY_PROBLEM_CARD,
	wrong: 'Le frigo sonne trop tard. On jette.\n# Ceci n’est pas un titre',
	whom: 'Ceux qui attendent.',
	rule: 'Au-dessus de 8, il sonne.',
	decides: 'Qui peut attendre ?',
	cases: [
		{ label: 'Degrés', good: '5', bad: '9' },
		{ label: 'Alarme', good: 'ok', bad: 'chaud' }
	]
};
const TOLD_PROBLEM = { card: PROBLEM_CARD, language: 'fr' } as const;
const CHALLENGE_TEXT = `# Un programme pour Annick

Annick attend un programme.

## person

- name: Annick

## brief

« Mon programme renvoie \`0\`. »

## steps

### build: Écris

Change.

## decision: Qui décide ?

Il n’y a pas de bonne réponse.

## sources

- **Un modèle.**
`;
const CHECKS_YAML = "- because: Chaud\n  function: alarme\n  examples: [{ given: { degres: 9 }, returns: 'chaud' }]\n";

test('a challenge folder takes over the texts and cases of the card, and keeps everything else', () => {
	const files = fillFolderFromCard(
		{ 'text.fr.md': CHALLENGE_TEXT, 'checks/build.yaml': CHECKS_YAML, other: 'x' },
		TOLD_PROBLEM,
		'fr'
	);
	const writtenText = files['text.fr.md'] ?? '';
	expect(writtenText).toMatch(
		/^# Le frigo sonne trop tard\n\nLe frigo sonne trop tard\.\n\n## person\n\n- name: Annick\n/
	);
	expect(writtenText).toContain('## brief\n\n« Le frigo sonne trop tard. On jette.\n\n\\# Ceci n’est pas un titre');
	expect(writtenText).toContain('La règle : Au-dessus de 8, il sonne.');
	expect(writtenText).not.toContain('renvoie `0`');
	expect(writtenText).toContain('### build: Écris\n\nChange.');
	expect(writtenText).toContain('## decision: Qui décide ?\n\nQui peut attendre ?\n\nIl n’y a pas de bonne réponse.');
	expect(writtenText).toMatch(/## sources\n\n- \*\*Un modèle\.\*\*\n- La règle est celle .*\.\n$/);
	expect(files['checks/build.yaml']).toContain('"examples":[[5,"ok"]]');
	expect(files['other']).toBe('x');
});

test('labels and units of the card replace the bare names in the text and the scene', () => {
	const cases = [
		{ label: "Température de l'armoire", good: '5 °C', bad: '9 °C' },
		{ label: 'Alarme', good: 'ok', bad: 'chaud' }
	];
	const valueName = 'temperatureDeLArmoire';
	const text = `${CHALLENGE_TEXT}\n## values\n\n- ${valueName}: Et si la valeur change ? | ${valueName}\n- looked: Cas | cas\n\n## labels\n\n- alarme: alarme\n`;
	const manifestText = `scene:\n  kind: line\n  unit: ${valueName}\n  right: { from: 2, to: 8 }\n`;
	const toldCard = { card: { ...PROBLEM_CARD, cases }, language: 'fr' } as const;
	const files = fillFolderFromCard({ 'text.fr.md': text, 'challenge.yaml': manifestText }, toldCard, 'fr');
	expect(files['text.fr.md']).toContain(`\n- ${valueName}: Température de l’armoire | °C\n- looked: Cas | cas\n`);
	expect(files['text.fr.md']).toContain('\n- alarme: Alarme\n');
	expect(files['challenge.yaml']).toBe(manifestText.replace(`unit: ${valueName}`, 'unit: "°C"'));
	const cardWithOddLabel: CardWithLanguage = {
		card: { ...PROBLEM_CARD, cases: [{ label: 'Temp. | max', good: '5', bad: '9' }, ...cases.slice(1)] },
		language: 'fr'
	};
	const changedText = text.replaceAll(valueName, 'tempMax');
	expect(fillFolderFromCard({ 'text.fr.md': changedText }, cardWithOddLabel, 'fr')['text.fr.md']).toContain(
		'- tempMax: Et si la valeur change ? | tempMax'
	);
});

test('the card’s good case is not added to checks whose first example is of another function', () => {
	const checksText = CHECKS_YAML.replace('alarme', 'status');
	expect(
		fillFolderFromCard({ 'text.fr.md': CHALLENGE_TEXT, 'checks/build.yaml': checksText }, TOLD_PROBLEM, 'fr')[
			'checks/build.yaml'
		]
	).toBe(checksText);
});

test('each line of a card is a paragraph of the brief, because Markdown joins lines', () => {
	const card = { ...PROBLEM_CARD, wrong: 'Il reste du pain.\nHier : 12 baguettes.\n\n- 3 tartes', rule: 'On donne.' };
	expect(readExercise(makeExerciseFromCard({ ...TOLD_PROBLEM, card }, 'fr'))?.brief).toBe(
		'Il reste du pain.\n\nHier : 12 baguettes.\n\n- 3 tartes\n\nLa règle\u00a0: On donne.'
	);
});

test('an exercise begins with the problem, the cases and a function of their types', () => {
	const exercise = readExercise(makeExerciseFromCard(TOLD_PROBLEM, 'fr'));
	expect(exercise).toMatchObject({
		title: 'Le frigo sonne trop tard',
		examples: [
			{ function: 'alarme', given: '5', returns: 'ok' },
			{ function: 'alarme', given: '9', returns: 'chaud' }
		]
	});
	expect(exercise?.start).toBe("export function alarme(degres: number): string {\n\treturn '';\n}\n");
	expect(
		readExercise(makeExerciseFromCard({ ...TOLD_PROBLEM, card: { ...PROBLEM_CARD, cases: [] } }, 'en'))?.examples
	).toEqual([]);
});
