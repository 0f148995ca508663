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

export const MOVEMENT_IDEAS: BilingualIdea[] = [
	{
		id: 'advance',
		title: '{{Avancer sans fin|Move on and on}}',
		description:
			'{{Une image de plus, un pas de plus ; au bord, on repart à 0.|One more frame, one more step; at the edge it starts at 0 again.}}',
		code: 'circle((frameCount * 2) % width, 110, 60);'
	},
	{
		id: 'swing',
		title: '{{Aller et revenir|Go back and forth}}',
		description:
			'{{sin donne un nombre entre −1 et 1 qui va et vient en douceur.|sin gives a number between −1 and 1 that comes and goes gently.}}',
		code: 'circle(width / 2 + 120 * sin(frameCount / 25), 110, 60);'
	},
	{
		id: 'turn',
		title: '{{Tourner sur soi-même|Turn around itself}}',
		description:
			'{{On déplace la feuille, on la tourne, on dessine, on la remet.|Move the sheet, turn it, draw, and put it back.}}',
		code: 'push();\ntranslate(200, 110);\nrotate(frameCount / 40);\nrect(-60, -15, 120, 30, 8);\npop();'
	},
	{
		id: 'orbit',
		title: '{{Tourner autour|Go around}}',
		description:
			'{{cos pour l’horizontale, sin pour la verticale : cela fait un cercle.|cos across and sin down: that makes a circle.}}',
		code: 'const angle = frameCount / 40;\ncircle(200, 110, 60);\ncircle(200 + 85 * cos(angle), 110 + 85 * sin(angle), 24);'
	},
	{
		id: 'bounce',
		title: '{{Rebondir sur les bords|Bounce off the edges}}',
		description: '{{Au bord, le pas change de sens.|At the edge the step changes its direction.}}',
		linesAbove: 'let ballX = 100;\nlet ballStep = 3;',
		code: 'ballX = ballX + ballStep;\nif (ballX < 25 || ballX > width - 25) ballStep = -ballStep;\ncircle(ballX, 110, 50);',
		searchWords: '{{balle ballon mur|ball wall}}'
	}
];

export const REACTION_IDEAS: BilingualIdea[] = [
	{
		id: 'keep',
		title: '{{Garder une valeur pour la prochaine fois|Keep a value for the next time}}',
		description:
			'{{storeItem garde une valeur, et getItem la donne au lancement suivant.|storeItem keeps a value, and getItem gives it in the next run.}}',
		linesAbove:
			"const {{visites|visits}} = (getItem('{{visites|visits}}') ?? 0) + 1;\nstoreItem('{{visites|visits}}', {{visites|visits}});",
		code: "textSize(40);\ntext('{{Lancement|Run}} ' + {{visites|visits}}, 60, 120);",
		searchWords: '{{enregistrer mémoire meilleur record sauver|save memory best high}}'
	},
	{
		id: 'control',
		title: '{{Régler un nombre sous la scène|Set a number below the stage}}',
		description:
			'{{Écris // 20..160 après un nombre : un curseur apparaît sous la scène. Après une couleur, true ou false, // .. suffit.|Write // 20..160 after a number: a slider appears below the stage. After a colour, true or false, // .. is enough.}}',
		linesAbove: "const {{taille|size}} = 90; // 20..160\nconst {{couleur|colour}} = '#f26b21'; // ..",
		code: 'fill({{couleur|colour}});\ncircle(200, 110, {{taille|size}});',
		searchWords: '{{réglage curseur paramètre|slider parameter}}'
	},
	{
		id: 'follow',
		title: '{{Suivre la souris|Follow the mouse}}',
		description:
			'{{mouseX et mouseY disent où elle est ; un doigt compte aussi.|mouseX and mouseY say where it is; a finger counts too.}}',
		code: 'circle(mouseX, mouseY, 50);'
	},
	{
		id: 'press',
		title: '{{Changer quand on appuie|Change while pressed}}',
		description: '{{Vrai tant que le bouton de la souris est enfoncé.|True as long as the mouse button is down.}}',
		code: "if (mouseIsPressed) fill('#3f6472');\ncircle(200, 110, mouseIsPressed ? 150 : 100);",
		searchWords: '{{bouton appuyer clic|button click}}'
	},
	{
		id: 'near',
		title: '{{Réagir quand la souris est près|React when the mouse is near}}',
		description: '{{dist donne la distance entre deux points.|dist gives the distance between two points.}}',
		code: "const isNear = dist(mouseX, mouseY, 200, 110) < 60;\nfill(isNear ? '#f26b21' : '#c9bda8');\ncircle(200, 110, 120);",
		searchWords: '{{toucher collision survol|touch collision hover}}'
	},
	{
		id: 'arrows',
		title: '{{Se déplacer avec les flèches|Move with the arrow keys}}',
		description:
			'{{Clique d’abord sur la scène, pour qu’elle reçoive les touches.|Click on the stage first, so that it gets the keys.}}',
		linesAbove: 'let playerX = 200;',
		code: 'if (keyIsDown(LEFT_ARROW)) playerX = playerX - 4;\nif (keyIsDown(RIGHT_ARROW)) playerX = playerX + 4;\nrect(playerX - 20, 130, 40, 40, 10);',
		searchWords: '{{jeu touches clavier joueur déplacer|game keys keyboard player}}'
	},
	{
		id: 'count-clicks',
		title: '{{Compter les clics|Count the clicks}}',
		description: '{{mousePressed est appelée à chaque clic.|mousePressed is called at each click.}}',
		linesAbove: 'let clicks = 0;\nfunction mousePressed() { clicks = clicks + 1; }',
		code: "fill('#1d1b19');\ntextSize(72);\ntext(clicks, 160, 135);",
		searchWords: '{{bouton compteur|button counter}}'
	},
	{
		id: 'play-notes',
		title: '{{Jouer des notes|Play notes}}',
		description:
			'{{Appuie sur la scène : plus tu es à droite, plus la note est haute.|Press on the stage: the further right, the higher the note.}}',
		code: 'if (mouseIsPressed && frameCount % 12 === 0) playNote(220 + mouseX);\ncircle(mouseX, 110, mouseIsPressed ? 80 : 50);',
		searchWords: '{{son sons musique bruit audio mélodie|sound sounds music noise audio melody}}'
	},
	{
		id: 'each-key',
		title: '{{Réagir une fois par touche|React once to each key}}',
		description:
			'{{keyPressed est appelée quand une touche s’enfonce ; key dit laquelle.|keyPressed is called when a key goes down; key says which.}}',
		linesAbove: "let steps = 0;\nfunction keyPressed() { if (key === ' ') steps = steps + 1; }",
		code: 'circle(60 + (steps % 8) * 40, 110, 36);',
		searchWords: '{{clavier espace appuyer jeu|keyboard space press game}}'
	},
	{
		id: 'last-key',
		title: '{{Montrer la dernière touche|Show the last key}}',
		description: '{{key contient ce qui a été tapé en dernier.|key holds what was typed last.}}',
		code: "fill('#1d1b19');\ntextSize(72);\ntext(key, 160, 135);",
		searchWords: '{{touche clavier|keyboard}}'
	}
];

export const TIME_IDEAS: BilingualIdea[] = [
	{
		id: 'real-time',
		title: '{{L’heure qu’il est|What time it is}}',
		description: '{{L’heure, la minute et la seconde de ta machine.|The hour, minute and second of your machine.}}',
		code: "fill('#1d1b19');\ntextSize(48);\ntext(`${hour()}:${minute()}:${second()}`, 90, 125);"
	},
	{
		id: 'countdown',
		title: '{{Un compte à rebours|A countdown}}',
		description:
			'{{millis compte les millièmes de seconde depuis le début.|millis counts the thousandths of a second since the start.}}',
		code: "const seconds = max(0, 10 - floor(millis() / 1000));\nfill('#1d1b19');\ntextSize(72);\ntext(seconds, 160, 135);"
	}
];
