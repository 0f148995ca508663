import type { BilingualIdea } from './idea.ts';

export const SHAPE_IDEAS: BilingualIdea[] = [
	{
		id: 'disc',
		title: '{{Un rond|A disc}}',
		description:
			'{{Où il est, à l’horizontale puis à la verticale, et sa largeur.|Where it is, across and then down, and how wide.}}',
		code: 'circle(200, 110, 120);'
	},
	{
		id: 'rectangle',
		title: '{{Un rectangle arrondi|A rounded rectangle}}',
		description:
			'{{Son coin, sa largeur, sa hauteur, et l’arrondi de ses coins.|Its corner, its width, its height, and how round its corners are.}}',
		code: 'rect(120, 60, 160, 100, 24);'
	},
	{
		id: 'line',
		title: '{{Un trait épais|A thick line}}',
		description:
			'{{D’un point à un autre ; le contour a sa couleur et son épaisseur.|From one point to another; an outline has a colour and a weight.}}',
		code: "stroke('#3f6472');\nstrokeWeight(12);\nline(90, 160, 310, 60);\nnoStroke();"
	},
	{
		id: 'triangle',
		title: '{{Un triangle|A triangle}}',
		description: '{{Trois points, l’un après l’autre.|Three points, one after the other.}}',
		code: 'triangle(200, 40, 110, 180, 290, 180);'
	},
	{
		id: 'free-shape',
		title: '{{Une forme à toi|A shape of your own}}',
		description: '{{Autant de points que tu veux, reliés dans l’ordre.|As many points as you like, joined in order.}}',
		code: 'beginShape();\nfor (const [x, y] of [[200, 30], [290, 100], [255, 190], [145, 190], [110, 100]]) vertex(x, y);\nendShape(CLOSE);'
	}
];

export const COLOUR_IDEAS: BilingualIdea[] = [
	{
		id: 'fill',
		title: '{{Choisir la couleur|Choose the colour}}',
		description: '{{Tout ce qui suit est rempli de cette couleur.|All that follows is filled with this colour.}}',
		code: "fill('#3f6472');\ncircle(150, 110, 110);\nfill('gold');\ncircle(250, 110, 110);"
	},
	{
		id: 'background',
		title: '{{Peindre le fond|Paint the ground}}',
		description:
			'{{Efface tout ce qui était dessiné avant : à mettre au début.|Wipes all that was drawn before: it belongs at the beginning.}}',
		code: "background('#dbe9ee');"
	},
	{
		id: 'transparent',
		title: '{{Voir à travers|See through it}}',
		description:
			'{{Rouge, vert, bleu, puis l’opacité : de 0, invisible, à 255.|Red, green, blue, then opacity: from 0, invisible, to 255.}}',
		code: 'fill(242, 107, 33, 130);\ncircle(160, 110, 130);\ncircle(240, 110, 130);'
	},
	{
		id: 'gradient',
		title: '{{Un dégradé|A gradient}}',
		description:
			'{{Une couleur se fond dans une autre, d’un point à un autre.|One colour melts into another, from one point to another.}}',
		code: "fill(linearGradient(0, 0, 0, height, '#1f3b57', '#f26b21'));\nrect(0, 0, width, height);"
	},
	{
		id: 'rainbow',
		title: '{{Toutes les couleurs|Every colour}}',
		description:
			'{{La teinte fait le tour des couleurs, de 0 à 360.|The hue goes through all colours, from 0 to 360.}}',
		code: 'colorMode(HSB, 360, 100, 100);\nfill(frameCount % 360, 70, 95);\ncircle(200, 110, 140);\ncolorMode(RGB);'
	}
];

const LOAD_PHOTO_LINE = "const photo = loadImage('photo.png');";

export const PICTURE_IDEAS: BilingualIdea[] = [
	{
		id: 'picture',
		title: '{{Une image à toi|A picture of yours}}',
		description:
			'{{Ajoute-la d’abord avec « Mes fichiers », puis écris son nom à la place de photo.png.|First add it with “My files”, then write its name in the place of photo.png.}}',
		linesAbove: LOAD_PHOTO_LINE,
		code: 'image(photo, 100, 40, 200);'
	},
	{
		id: 'picture-follows',
		title: '{{Une image qui suit la souris|A picture that follows the mouse}}',
		description:
			'{{Avec CENTER, les nombres disent où est son milieu.|With CENTER, the numbers say where its middle is.}}',
		linesAbove: LOAD_PHOTO_LINE,
		code: 'imageMode(CENTER);\nimage(photo, mouseX, mouseY, 130);\nimageMode(CORNER);'
	},
	{
		id: 'picture-faded',
		title: '{{Une image pâle ou colorée|A faded or coloured picture}}',
		description:
			'{{tint donne une couleur et une opacité aux images qui suivent.|tint gives a colour and an opacity to the pictures that follow.}}',
		linesAbove: LOAD_PHOTO_LINE,
		code: "tint('#f26b21', 150);\nimage(photo, 100, 40, 200);\nnoTint();"
	},
	{
		id: 'picture-part',
		title: '{{Un morceau d’image|Part of a picture}}',
		description:
			'{{Les quatre derniers nombres choisissent le morceau : son coin, sa largeur, sa hauteur.|The last four numbers choose the part: its corner, its width, its height.}}',
		linesAbove: LOAD_PHOTO_LINE,
		code: 'image(photo, 120, 50, 160, 120, photo.width / 2, 0, photo.width / 2, photo.height);'
	}
];

export const WORD_IDEAS: BilingualIdea[] = [
	{
		id: 'write',
		title: '{{Écrire un mot|Write a word}}',
		description: '{{Le texte, puis où il commence.|The text, then where it begins.}}',
		code: "fill('#1d1b19');\ntextSize(32);\ntext('{{Bonjour !|Hello!}}', 40, 110);"
	},
	{
		id: 'title',
		title: '{{Un grand titre au milieu|A big title in the middle}}',
		description:
			'{{Centré, en gras, quelle que soit la taille de la feuille.|Centred, in bold, however large the sheet is.}}',
		code: "fill('#1d1b19');\ntextAlign(CENTER, CENTER);\ntextStyle(BOLD);\ntextSize(44);\ntext('{{Ce soir|Tonight}}', width / 2, height / 2);"
	},
	{
		id: 'number-in-words',
		title: '{{Un nombre dans une phrase|A number in a sentence}}',
		description:
			'{{Dans un texte entre accents graves, un calcul a sa place après le dollar.|In a text between backticks, a calculation has its place after the dollar.}}',
		code: "fill('#1d1b19');\ntextSize(24);\ntext(`Image {{numéro|number}} ${frameCount}`, 40, 110);"
	},
	{
		id: 'console',
		title: '{{Regarder une valeur|Look at a value}}',
		description:
			'{{Écrit dans la console, sous la scène, sans rien dessiner.|Writes into the console below the stage, and draws nothing.}}',
		code: "console.log('{{souris|mouse}}', mouseX, mouseY);"
	}
];
