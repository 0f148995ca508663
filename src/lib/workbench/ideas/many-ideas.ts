import type { BilingualIdea } from './idea.ts';

export const CHANCE_IDEAS: BilingualIdea[] = [
	{
		id: 'starry-sky',
		title: '{{Un ciel étoilé|A starry sky}}',
		description:
			'{{Leurs places sont tirées au sort une fois, en haut, et gardées dans une liste.|Their places are drawn by lot once, at the top, and kept in a list.}}',
		linesAbove:
			'const stars = Array.from({ length: 80 }, () => ({ x: random(400), y: random(220), size: random(1, 5) }));',
		code: "background('#1f2a44');\nfill('#fff3d6');\nfor (const star of stars) circle(star.x, star.y, star.size);"
	},
	{
		id: 'pick',
		title: '{{Tirer une couleur au sort|Draw a colour by lot}}',
		description:
			'{{random choisit aussi dans une liste ; ici, une fois par seconde.|random also chooses from a list; here once a second.}}',
		linesAbove: "let picked = '#f26b21';",
		code: "if (frameCount % 60 === 0) picked = random(['#f26b21', '#f0c46b', '#3f6472']) ?? picked;\nfill(picked);\ncircle(200, 110, 130);"
	},
	{
		id: 'dice',
		title: '{{Lancer un dé|Roll a die}}',
		description:
			'{{Un nombre entier de 1 à 6, un autre à chaque seconde.|A whole number from 1 to 6, another one each second.}}',
		linesAbove: 'let dice = 6;',
		code: 'if (frameCount % 60 === 0) dice = floor(random(6)) + 1;\ntextSize(120);\ntext(dice, 165, 150);'
	},
	{
		id: 'landscape',
		title: '{{Des collines|Hills}}',
		description:
			'{{noise est un hasard doux : deux valeurs voisines se ressemblent.|noise is gentle chance: two neighbouring values are alike.}}',
		code: "fill('#3f6472');\nfor (let x = 0; x < width; x = x + 4) {\n\tconst high = 140 * noise(x / 90 + frameCount / 200);\n\trect(x, height - high, 5, high);\n}"
	}
];

export const LOOP_IDEAS: BilingualIdea[] = [
	{
		id: 'row',
		title: '{{Une rangée|A row}}',
		description:
			'{{La boucle fait la même chose huit fois, un peu plus loin.|The loop does the same thing eight times, each a little further.}}',
		code: 'for (let number = 0; number < 8; number = number + 1) {\n\tcircle(45 + number * 44, 110, 32);\n}'
	},
	{
		id: 'grid',
		title: '{{Un quadrillage|A grid}}',
		description: '{{Une boucle dans une boucle : des colonnes et des rangées.|A loop in a loop: columns and rows.}}',
		code: 'for (let x = 30; x < width; x = x + 40) {\n\tfor (let y = 30; y < height; y = y + 40) {\n\t\tsquare(x - 13, y - 13, 26, 6);\n\t}\n}'
	},
	{
		id: 'flower',
		title: '{{Une fleur|A flower}}',
		description:
			'{{Neuf ronds sur un cercle : cos et sin donnent la place de chacun.|Nine discs on a circle: cos and sin give the place of each.}}',
		code: 'for (let petal = 0; petal < 9; petal = petal + 1) {\n\tconst angle = (petal * TWO_PI) / 9;\n\tcircle(200 + 58 * cos(angle), 110 + 58 * sin(angle), 46);\n}'
	},
	{
		id: 'spiral',
		title: '{{Une spirale|A spiral}}',
		description: '{{À chaque tour de boucle, plus loin et plus grand.|Each time further away and larger.}}',
		code: 'for (let dot = 0; dot < 90; dot = dot + 1) {\n\tconst angle = dot * 0.4 + frameCount / 100;\n\tcircle(200 + dot * 1.1 * cos(angle), 110 + dot * 1.1 * sin(angle), 2 + dot / 9);\n}'
	}
];

export const LIST_IDEAS: BilingualIdea[] = [
	{
		id: 'bars-from-list',
		title: '{{Des barres pour des nombres|Bars for numbers}}',
		description: '{{Une barre pour chaque nombre de la liste.|A bar for each number of the list.}}',
		code: "const values = [4, 7, 3, 9, 5];\nfill('#3f6472');\nvalues.forEach((value, place) => rect(60 + place * 60, 200 - value * 18, 40, value * 18, 6));"
	},
	{
		id: 'words-from-list',
		title: '{{Des mots l’un sous l’autre|Words below each other}}',
		description: '{{Chaque mot descend d’une ligne.|Each word is one line further down.}}',
		code: "const words = ['{{lundi|Monday}}', '{{mardi|Tuesday}}', '{{mercredi|Wednesday}}'];\nfill('#1d1b19');\ntextSize(26);\nwords.forEach((word, place) => text(word, 60, 70 + place * 40));"
	},
	{
		id: 'curve-from-list',
		title: '{{Une courbe|A line chart}}',
		description: '{{Une courbe qui passe par chaque valeur de la liste.|A line through each value of the list.}}',
		pieces: ['chart'],
		code: "chart({ x: 20, y: 20, width: width - 40, height: height - 40 }, { values: [12, 15, 11, 18, 21], unit: '°C' });"
	},
	{
		id: 'trail',
		title: '{{Laisser une trace|Leave a trail}}',
		description:
			'{{La liste garde où la souris est passée, les quarante dernières fois.|The list keeps where the mouse has been, the last forty times.}}',
		linesAbove: 'let trail = [createVector(0, 0)];',
		code: 'trail.push(createVector(mouseX, mouseY));\ntrail = trail.slice(-40);\ntrail.forEach((spot, age) => circle(spot.x, spot.y, age));'
	}
];

export const KIT_IDEAS: BilingualIdea[] = [
	{
		id: 'someone',
		title: '{{Quelqu’un dans une pièce|Someone in a room}}',
		description: '{{Le même nom donne toujours le même visage.|The same name always has the same face.}}',
		pieces: ['look', 'person', 'place', 'room'],
		code: "room('office');\nperson(place('middle'), { look: look('Awa'), mood: 'content' });"
	},
	{
		id: 'talk',
		title: '{{Quelqu’un qui parle|Someone who talks}}',
		description:
			'{{Une bulle au-dessus de la personne qui est à cette place.|A bubble above whoever stands at that place.}}',
		pieces: ['person', 'place', 'room', 'says'],
		code: "room('shop');\nperson(place('right'));\nsays(place('right'), '{{C’est combien ?|How much is it?}}');"
	},
	{
		id: 'waiting-line',
		title: '{{Une file d’attente|A queue}}',
		description:
			'{{Le premier de la liste est le premier de la file.|The first of the list is the first of the queue.}}',
		pieces: ['place', 'queue', 'room'],
		code: "room('office');\nqueue(place('right'), [{ name: 'Malik' }, { name: 'Nadia' }, { name: 'Tom' }]);"
	},
	{
		id: 'town-street',
		title: '{{Une rue|A street}}',
		description: '{{Des boutiques de gauche à droite.|Shops from left to right.}}',
		pieces: ['street'],
		code: "street({ shops: ['bakery', 'door', 'pharmacy'], sign: '{{Pharmacie|Pharmacy}}' });"
	},
	{
		id: 'full-shelf',
		title: '{{Une étagère|A shelf}}',
		description:
			'{{Tant de pains sur tant de places ; ce qui manque est un contour.|So many loaves in so many places; what is missing is an outline.}}',
		pieces: ['room', 'shelf'],
		code: "room('shop');\nshelf({ x: 40, y: 40, width: 240, height: 150 }, { item: 'bread', count: 12, most: 20 });"
	},
	{
		id: 'wall-clock',
		title: '{{Une horloge au mur|A clock on the wall}}',
		description: '{{Les minutes sont comptées depuis minuit.|Minutes are counted from midnight.}}',
		pieces: ['clock', 'room'],
		code: "room('kitchen');\nclock(200, 90, 110, hour() * 60 + minute());"
	}
];
