/** Tests that a challenge's facts are its story, rules, figures and sources, each once, without questions or HTML tags. */
import { expect, test } from 'vitest';
import type { Challenge, ChallengeText } from './challenge.ts';
import { listChallengeFacts, splitIntoTextBlocks } from './challenge-facts.ts';

test('an HTML text is cut into paragraphs and list items, without tags and entities', () => {
	expect(
		splitIntoTextBlocks(
			'<p>« Un <strong>frigo</strong> &amp; deux.</p>\n<ul>\n<li>5 &lt; 8 <code>ok</code>.</li><li>—</li></ul>'
		)
	).toEqual(['« Un frigo & deux.', '5 < 8 ok.']);
	expect(splitIntoTextBlocks('')).toEqual([]);
});

const challengeText = {
	title: 'La nuit du frigo',
	summary: 'Le frigo est tombé en panne.',
	person: { name: 'Inès', role: 'préparatrice' },
	brief:
		'<p>« Le frigo est tombé en panne.</p><p>Le voyant était vert.</p><p>Le voyant était vert.</p><p>« Non », dit-elle.</p><p>Tu m’aides ? »</p>',
	options: { cancel: { title: 'Annuler', body: '<p>On appelle.</p>' } },
	values: { celsius: { label: 'Température', unit: '°C' } },
	labels: { alarme: 'Alarme' },
	checks: { alarm: 'Au-dessus de 8, il sonne', cold: "En dessous de 2, alarme renvoie 'froid'" },
	sources: '<ul><li>Entre 2 et 8 °C.</li></ul>'
} as unknown as ChallengeText;
const challenge = {
	languages: ['fr'],
	steps: [
		{ kind: 'discover', hand: [{ id: 'celsius', min: -20, max: 45.5, step: 0.5, start: 0 }] },
		{ kind: 'decide' }
	],
	decision: { options: ['cancel'], another: [{ id: 'far', min: 0, max: 20, step: 5, start: 5 }] },
	text: { fr: challengeText, en: challengeText }
} as unknown as Challenge;

test('a challenge’s facts are story, rules, figures and sources, each once, without questions, in the author’s language', () => {
	expect(listChallengeFacts(challenge, 'en', ['alarme']).map((fact) => `${fact.group}: ${fact.text}`)).toEqual([
		'story: Inès, préparatrice',
		'story: Le frigo est tombé en panne.',
		'story: Le voyant était vert.',
		'story: « Non », dit-elle.',
		'rule: Au-dessus de 8, il sonne',
		'rule: En dessous de 2, alarme donne «\u00a0froid\u00a0»',
		'figures: Température\u00a0: de -20 à 45,5\u00a0°C',
		'figures: Far\u00a0: de 0 à 20',
		'figures: Annuler — On appelle.',
		'sources: Entre 2 et 8 °C.'
	]);
});
