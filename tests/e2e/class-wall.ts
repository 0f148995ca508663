import type { Browser, Page } from '@playwright/test';
import { takePseudonym } from '../join.ts';
import { expect } from '../test.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';

/** Texts of the pages, by language. */
export const WALL_TEXTS = {
	fr: {
		noted: 'C’est noté',
		name: 'Nom du projet',
		wall: 'Mur',
		heading: 'Sur le mur de la classe',
		closed: /^Le mur de Seconde du mur est fermé/,
		open: 'Ouvrir le mur',
		close: 'Fermer le mur',
		isOpen: 'Le mur est ouvert.',
		question: 'Que demandes-tu à la classe ?',
		up: 'Mettre sur le mur',
		again: 'Remplacer la copie',
		done: 'C’est fait : la classe voit ton projet.',
		shut: 'Fermer',
		see: 'Voir le mur',
		seeOwn: 'Voir mon projet sur le mur',
		title: 'Le mur de la classe',
		run: /^Lancer « Mon carré »/,
		runLost: 'Le programme n’a pas pu être chargé. Un nouvel essai est possible.',
		answer: 'Ta réponse, en une phrase',
		send: 'Envoyer',
		change: 'Changer ma phrase',
		remove: 'Retirer ma phrase',
		report: 'Signaler',
		reportNow: 'Signaler et masquer',
		reported: 'C’est signalé et masqué. Ton prof décidera.',
		ownReported: /^Ton projet est signalé/,
		decide: 'À décider',
		reportedBy: /^Signalé par Hibou/,
		show: 'Montrer à la classe',
		hide: 'Masquer ce projet',
		hiddenByTeacher: /^Vous l’avez masqué/,
		shownAgain: 'La classe voit ce projet.',
		gone: 'Ce projet n’est plus sur le mur.',
		networkDown: 'Le réseau ne passe pas. Rien n’a changé.',
		kept: 'La classe voit ta phrase.',
		removed: 'Ta phrase est retirée.',
		off: 'Retirer du mur',
		empty: 'Rien n’est affiché pour le moment.',
		code: 'Lire le programme',
		project: 'Ouvrir mon projet',
		wallLink: 'Le mur',
		closedWall: /^Le mur est fermé/,
		pictures: /^Mes fichiers/,
		pictureSheet: 'Les fichiers de ce projet',
		mine: 'C’est moi qui l’ai fait',
		add: 'Ajouter au projet',
		closePictures: 'Fermer les fichiers',
		found: 'Trouvé : un projet de ma classe',
		remix: 'En faire ma version',
		remixLost: /^Le réseau ne passe pas. Ta version n’est pas créée/,
		waits: /^Ce programme vient d’un projet de ta classe/,
		source: 'Ta version est faite d’après un projet du mur de Seconde du chat.',
		original: 'Voir ce projet',
		remixOf: 'D’après « Mon chat » (Loutre)',
		remixNamed: '« Mon lynx » (Hibou)'
	},
	en: {
		noted: 'I have written them down',
		name: 'Name of the project',
		wall: 'Wall',
		heading: 'On the class wall',
		closed: /^The wall of Seconde du mur is closed/,
		open: 'Open the wall',
		close: 'Close the wall',
		isOpen: 'The wall is open.',
		question: 'What do you ask the class?',
		up: 'Put on the wall',
		again: 'Replace the copy',
		done: 'Done: the class sees your project.',
		shut: 'Close',
		see: 'See the wall',
		seeOwn: 'See my project on the wall',
		title: 'The class wall',
		run: /^Run “Mon carré”/,
		runLost: 'The program could not be loaded. Try again.',
		answer: 'Your answer, in one sentence',
		send: 'Send',
		change: 'Change my sentence',
		remove: 'Remove my sentence',
		report: 'Report',
		reportNow: 'Report and hide',
		reported: 'It is reported and hidden. Your teacher will decide.',
		ownReported: /^Your project was reported/,
		decide: 'To decide',
		reportedBy: /^Reported by Hibou/,
		show: 'Show to the class',
		hide: 'Hide this project',
		hiddenByTeacher: /^You have hidden it/,
		shownAgain: 'The class sees this project.',
		gone: 'This project is no longer on the wall.',
		networkDown: 'The network is down. Nothing has changed.',
		kept: 'The class sees your sentence.',
		removed: 'Your sentence is removed.',
		off: 'Take off the wall',
		empty: 'Nothing hangs here yet.',
		code: 'Read the program',
		project: 'Open my project',
		wallLink: 'The wall',
		closedWall: /^The wall is closed/,
		pictures: /^My files/,
		pictureSheet: 'The files of this project',
		mine: 'I made it myself',
		add: 'Add to the project',
		closePictures: 'Close the files',
		found: 'Found: a project of my class',
		remix: 'Make my own version',
		remixLost: /^The network is down. Your version was not made/,
		waits: /^This program comes from a project of your class/,
		source: 'Your version is based on a project on the wall of Seconde du chat.',
		original: 'See that project',
		remixOf: 'Based on “Mon chat” (Loutre)',
		remixNamed: '“Mon lynx” (Hibou)'
	}
};
export type WallLanguage = keyof typeof WALL_TEXTS;

/** Waits until an element of the page has the focus again, which SvelteKit removes after a form's answer. */
export const waitForKeyboardFocus = (page: Page) =>
	expect.poll(() => page.evaluate(() => document.activeElement?.localName)).not.toBe('body');

export async function joinClassInBrowser(
	browser: Browser,
	code: string,
	pseudonym: string,
	language: WallLanguage,
	options = {}
): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await page.goto(`/${language}/join?code=${code}`);
	await takePseudonym(page, pseudonym, language);
	await page.getByRole('link', { name: WALL_TEXTS[language].noted }).click();
	return page;
}

export async function createClassWithOpenWall(
	browser: Browser,
	language: WallLanguage
): Promise<{ board: Page; code: string; classPath: string }> {
	const text = WALL_TEXTS[language];
	const teacher = await signUpTeacher(browser);
	const code = await createClassInBrowser(teacher, 'Seconde du chat');
	const board = teacher.page;
	const classPath = new URL(board.url()).pathname.replace(/^\/fr/, `/${language}`);
	await board.goto(`${classPath}/wall`);
	await board.getByRole('button', { name: text.open }).click();
	await expect(board.getByText(text.isOpen)).toBeVisible();
	return { board, code, classPath };
}
