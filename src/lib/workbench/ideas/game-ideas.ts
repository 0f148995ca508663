/** Ideas for a game: points, jumps, things that fall or touch, and an end. */
import type { BilingualIdea } from './idea.ts';

export const GAME_IDEAS: BilingualIdea[] = [
	{
		id: 'points',
		title: '{{Gagner des points|Win points}}',
		description:
			'{{Le rond touché rapporte un point, et part ailleurs.|The disc that is touched gives a point and goes elsewhere.}}',
		linesAbove: 'let score = 0;\nlet targetX = 200;',
		code: 'if (dist(mouseX, mouseY, targetX, 110) < 25) { score = score + 1; targetX = random(30, 370); }\ncircle(targetX, 110, 50);\ntext(score, 20, 40);',
		searchWords: '{{score attraper viser|score catch hit}}'
	},
	{
		id: 'touch',
		title: '{{Voir si deux ronds se touchent|See whether two discs touch}}',
		description:
			'{{Ils se touchent quand leurs centres sont plus proches que leurs deux rayons.|They touch when their centres are closer than their two radii.}}',
		code: "const isTouching = dist(mouseX, mouseY, 200, 110) < 50 + 30;\nfill(isTouching ? '#b3261e' : '#3f6472');\ncircle(200, 110, 100);\ncircle(mouseX, mouseY, 60);",
		searchWords: '{{collision choc toucher manger ennemi|collision hit bump eat enemy}}'
	},
	{
		id: 'jump',
		title: '{{Sauter|Jump}}',
		description:
			'{{Espace donne de la vitesse, et la pesanteur en enlève un peu à chaque image.|The space key gives speed, and gravity takes a little of it in each frame.}}',
		linesAbove: 'let jumpY = 0;\nlet jumpSpeed = 0;',
		code: 'jumpSpeed = keyIsDown(SPACE) && jumpY === 0 ? 12 : jumpSpeed - 0.6;\njumpY = max(0, jumpY + jumpSpeed);\nrect(180, 150 - jumpY, 40, 40, 10);',
		searchWords: '{{saut gravité plateforme espace|gravity platform space}}'
	},
	{
		id: 'falling',
		title: '{{Faire tomber des objets|Let things fall}}',
		description:
			'{{Chaque nombre de la liste est une hauteur ; en bas, on repart d’en haut.|Each number of the list is a height; at the bottom it starts at the top again.}}',
		linesAbove: 'const fallingY = [0, -80, -160, -240];',
		code: 'fallingY.forEach((y, i) => {\n\tcircle(60 + i * 90, y, 30);\n\tfallingY[i] = y > height ? -20 : y + 3;\n});',
		searchWords: '{{pluie ennemi éviter|rain enemy avoid}}'
	},
	{
		id: 'game-over',
		title: '{{Perdre, puis recommencer|Lose, then start again}}',
		description:
			'{{Ici, une vie part chaque seconde ; un clic relance la partie perdue.|Here a life goes every second; a click starts a lost game again.}}',
		linesAbove: 'let lives = 3;',
		code: "if (lives > 0 && frameCount % 60 === 0) lives = lives - 1;\nif (lives === 0 && mouseIsPressed) lives = 3;\ntextSize(40);\ntext(lives > 0 ? '{{Vies|Lives}} ' + lives : '{{Perdu !|Lost!}}', 120, 120);",
		searchWords: '{{perdu gagné fin vies game over|lost won end game over}}'
	}
];
