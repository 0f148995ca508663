import type { MistakeTexts } from './explanation.ts';

export const frenchMistakeTexts: MistakeTexts = {
	quote: [
		'Un texte commence par un guillemet, et rien ne le ferme.',
		'Mets le même guillemet à la fin du texte, sur la même ligne.'
	],
	template: [
		'Un texte entre accents graves (`) n’est jamais fermé.',
		'Cherche où il doit finir, et mets-y un accent grave.'
	],
	comment: ['Un commentaire commence par /* et ne finit pas.', 'Mets */ là où il doit s’arrêter.'],
	brace: [
		'Il manque une accolade }.',
		'Compte les { et les } : il en faut autant. L’oubli est souvent plus haut que la ligne marquée.'
	],
	openingBrace: ['Il manque une accolade {.', 'Les lignes d’une fonction ou d’un if se mettent entre { et }.'],
	parenthesis: ['Il manque une parenthèse ).', 'Compte les ( et les ) de cette ligne : il en faut autant.'],
	openingParenthesis: [
		'Il manque une parenthèse (.',
		'La condition d’un if ou d’un while se met entre parenthèses : if (x > 3).'
	],
	functionParentheses: [
		'Le nom d’une fonction est suivi de parenthèses.',
		'Ajoute-les, même vides, puis ses lignes entre accolades : function jouer() { … }.'
	],
	bracket: ['Il manque un crochet ].', 'Compte les [ et les ] : ils ferment une liste ou une case.'],
	comma: [
		'Il manque une virgule, ou un signe entre deux valeurs.',
		'Regarde juste avant l’endroit marqué : que voulais-tu mettre entre les deux valeurs ?'
	],
	semicolon: [
		'Deux instructions se touchent, ou un mot est en trop.',
		'Écris une instruction par ligne. Regarde aussi l’orthographe du premier mot.'
	],
	colon: ['Il manque un deux-points :', 'Dans un objet, chaque nom est suivi de : puis de sa valeur.'],
	equals: ['Il manque le signe = entre le nom et sa valeur.', 'Un seul = donne une valeur. Deux ou trois comparent.'],
	expected: [
		'Ici, TypeScript attendait un autre signe.',
		'Lis la ligne signe par signe : il manque quelque chose juste avant l’endroit marqué.'
	],
	expression: [
		'Ici, il manque une valeur.',
		'Après =, (, + ou return, TypeScript attend un nombre, un texte, un nom ou un calcul.'
	],
	statement: [
		'Cette ligne n’est pas à sa place.',
		'Il y a souvent une accolade } en trop juste avant, une { oubliée plus haut, ou un else qui ne suit pas un if.'
	],
	keyword: [
		'TypeScript ne connaît pas ce mot à cet endroit.',
		'Vérifie l’orthographe : function, return, const, if, else, while. Il n’y a ni def ni elif.'
	],
	character: [
		'Ce signe n’existe pas en TypeScript.',
		'C’est peut-être un guillemet « courbe » ou un espace spécial, copié d’un document : retape-le au clavier.'
	],
	nameNeeded: [
		'Ici, il faut un nom.',
		'Après const, let ou function vient un nom : des lettres, sans espace ni tiret, et pas de mot réservé comme class ou new.'
	],
	reserved: ['{0} est un mot de TypeScript, il ne peut pas servir de nom.', 'Choisis un autre nom.'],
	digit: ['Un nom ne peut pas commencer par un chiffre.', 'Mets le chiffre à la fin : prix2 au lieu de 2prix.'],
	decimal: [
		'Après une virgule, TypeScript attend un autre nom.',
		'Les nombres à virgule s’écrivent avec un point : 1.5.'
	],
	constantEmpty: [
		'Une constante doit recevoir sa valeur tout de suite.',
		'Ajoute = et la valeur. Si elle vient plus tard, écris let au lieu de const.'
	],
	returnOutside: [
		'return n’a de sens que dans une fonction.',
		'Regarde les accolades : la fonction est sans doute fermée trop tôt.'
	],
	breakOutside: [
		'break et continue n’ont de sens que dans une boucle.',
		'Regarde les accolades : la boucle est sans doute fermée trop tôt.'
	],
	await: ['await n’a de sens que dans une fonction async.', 'Mets async devant function.'],
	unknown: [
		'Rien ne s’appelle {0} ici.',
		'Vérifie l’orthographe et les majuscules. Un texte se met entre guillemets. Un nom créé entre { } n’existe qu’entre elles.'
	],
	misspelt: [
		'Rien ne s’appelle {0}. Tu voulais peut-être {1}.',
		'Compare les deux noms lettre par lettre, majuscules comprises.'
	],
	property: [
		'{0} n’existe pas sur cette valeur.',
		'Quelle sorte de valeur est à gauche du point ? Pour le savoir, affiche-la juste avant avec console.log.'
	],
	propertyMisspelt: [
		'{0} n’existe pas sur cette valeur. Tu voulais peut-être {2}.',
		'Compare les deux noms lettre par lettre.'
	],
	assigned: [
		'Ce n’est pas la bonne sorte de valeur : {0}, alors qu’il faut {1}.',
		'Regarde ce que la ligne calcule, et ce que la fonction doit recevoir ou renvoyer.'
	],
	textOrNumber: [
		'Ce n’est pas la bonne sorte de valeur : {0}, alors qu’il faut {1}.',
		'"12" est un texte et 12 un nombre. Regarde ce que la ligne calcule, et ce que la fonction doit renvoyer.'
	],
	nothingReturned: [
		'Ceci ne renvoie rien, alors qu’il faut une valeur.',
		'console.log affiche une valeur, mais ne la renvoie pas. Pour la renvoyer, écris return suivi de la valeur.'
	],
	argument: [
		'La fonction reçoit {0}, alors qu’elle attend {1}.',
		'Regarde ce que tu mets entre les parenthèses, et dans quel ordre.'
	],
	count: [
		'La fonction ne reçoit pas le bon nombre de valeurs : elle en attend {0} et en reçoit {1}.',
		'Compte ce qui est entre les parenthèses, séparé par des virgules.'
	],
	noReturn: ['La fonction doit renvoyer une valeur, et elle n’en renvoie aucune.', 'Ajoute return suivi de la valeur.'],
	someReturn: [
		'La fonction ne renvoie pas de valeur dans tous les cas.',
		'Suis chaque chemin : que renvoie-t-elle quand la condition est fausse ?'
	],
	calculation: [
		'On ne peut calculer qu’avec des nombres.',
		'Un des deux côtés est un texte ou autre chose. Number("12") transforme un texte en nombre.'
	],
	operator: ['Ce signe ne va pas entre {1} et {2}.', 'Il faut deux valeurs de même sorte : deux nombres, par exemple.'],
	neverEqual: [
		'Ces deux valeurs ne peuvent jamais être égales : {0} d’un côté, {1} de l’autre.',
		'Compare un nombre à un nombre, un texte à un texte.'
	],
	alwaysTrue: [
		'Cette condition est toujours vraie.',
		'x === 1 || 2 ne veut pas dire « 1 ou 2 ». Écris x === 1 || x === 2.'
	],
	alwaysFalse: [
		'Cette condition est toujours fausse.',
		'Regarde chaque côté de && et de || : il faut une comparaison des deux côtés.'
	],
	notCalled: [
		'Tu nommes la fonction sans l’appeler : la condition est toujours vraie.',
		'Ajoute les parenthèses : estLibre().'
	],
	emptyCondition: ['Ceci ne renvoie rien, donc ce n’est ni vrai ni faux.', 'Regarde si la fonction a bien un return.'],
	unassigned: [
		'{0} sert avant d’avoir reçu une valeur.',
		'Donne-lui une valeur au moment où tu la crées : let {0} = 0.'
	],
	tooEarly: ['{0} sert avant la ligne qui la crée.', 'Déplace sa ligne plus haut.'],
	twice: [
		'Le nom {0} existe déjà ici.',
		'Pour changer sa valeur, n’écris pas const ou let une deuxième fois. Sinon, choisis un autre nom.'
	],
	functionTwice: ['Deux fonctions ont le même nom.', 'Efface l’une des deux, ou change son nom.'],
	propertyTwice: ['Cet objet a deux fois le même nom.', 'Ne garde qu’une des deux lignes.'],
	constant: [
		'{0} est une constante : sa valeur ne change pas.',
		'Pour comparer, écris ===. Pour la changer, écris let au lieu de const.'
	],
	readOnly: ['{0} ne peut pas être changé.', 'Fais une copie et change la copie.'],
	maybeNothing: [
		'Ceci peut être vide (null ou undefined).',
		'Avant de t’en servir, vérifie qu’il y a quelque chose : if (…) { … }.'
	],
	module: [
		'Aucun fichier ne s’appelle {0}.',
		'Le nom d’un de tes fichiers commence par "./" et se termine comme l’onglet.'
	],
	export: ['Le fichier {0} n’exporte pas {1}.', 'Dans ce fichier, mets export devant ce nom.'],
	exportMisspelt: [
		'Le fichier {0} n’exporte pas {1}. Tu voulais peut-être {2}.',
		'Compare les deux noms lettre par lettre.'
	],
	notFunction: [
		'Ce qui est avant les parenthèses n’est pas une fonction.',
		'Pour multiplier, écris le signe * : 2 * (a + b). Pour une case de liste : liste[0].'
	],
	notList: ['for … of et ... parcourent une liste, et cette valeur n’en est pas une.', 'Écris ici le nom d’une liste.'],
	missingProperty: ['Il manque {0} dans cet objet.', 'Ajoute une ligne avec ce nom et sa valeur.'],
	missingProperties: [
		'Il manque plusieurs propriétés dans cet objet ({0}).',
		'Ajoute une ligne pour chacune, avec son nom et sa valeur.'
	],
	excessProperty: ['{0} n’est pas attendu dans cet objet.', 'Vérifie l’orthographe, ou enlève cette ligne.'],
	caseNever: [
		'Ce cas ne peut jamais arriver : {0} n’est pas de la même sorte que {1}.',
		'Compare un nombre à un nombre, un texte à un texte.'
	],
	ownMember: ['Rien ne s’appelle {0} ici, mais l’objet a une propriété {0}.', 'Écris this.{0}.'],
	overload: [
		'Cette fonction ne peut pas être appelée avec ces valeurs.',
		'Regarde la sorte et l’ordre de chaque valeur entre les parenthèses.'
	],
	ranUnknown: [
		'Le programme cherche {0}, et rien ne porte ce nom.',
		'Vérifie l’orthographe. Un nom créé entre { } n’existe qu’entre elles.'
	],
	ranTooEarly: ['{0} sert avant la ligne qui lui donne sa valeur.', 'Déplace la ligne const ou let plus haut.'],
	ranNotFunction: [
		'{0} n’est pas une fonction au moment où le programme l’appelle.',
		'Vérifie le nom. Pour multiplier, le signe * est obligatoire.'
	],
	ranOfNothing: [
		'Le programme cherche {0} sur une valeur vide.',
		'Ce qui est à gauche du point est undefined ou null : la liste est peut-être vide, ou la case n’existe pas. Affiche-le avec console.log juste avant.'
	],
	ranConstant: ['Le programme essaie de changer une constante.', 'Écris let au lieu de const si elle doit changer.'],
	ranNotList: [
		'Le programme essaie de parcourir quelque chose qui n’est pas une liste.',
		'for … of et ... demandent une liste. Affiche la valeur avec console.log juste avant.'
	],
	ranRecursion: [
		'Une fonction s’appelle elle-même sans fin.',
		'Qu’est-ce qui doit l’arrêter ? Il lui faut un cas simple où elle renvoie une valeur sans s’appeler de nouveau.'
	],
	ranLength: [
		'Une liste ne peut pas avoir cette taille.',
		'Une longueur est un entier, jamais négatif. Affiche-la avec console.log juste avant.'
	],
	ranDigits: [
		'Le nombre donné entre les parenthèses est trop grand ou négatif.',
		'toFixed(2) garde 2 chiffres après la virgule ; repeat(3) répète 3 fois.'
	],
	ranJson: [
		'Ce texte n’est pas du JSON correct.',
		'Mets des guillemets doubles autour des noms, et pas de virgule après le dernier élément.'
	],
	ranBigInt: [
		'Les grands entiers (10n) et les nombres (10) ne se mélangent pas.',
		'Convertis l’un des deux : BigInt(10) ou Number(10n).'
	],
	ranReadOnly: [
		'Le programme essaie de changer une valeur figée.',
		'Fais une copie et change la copie : { ...valeur } ou [...liste].'
	],
	ranEmptyReduce: [
		'reduce n’a rien à réunir : la liste est vide.',
		'Donne la valeur de départ à la fin : liste.reduce((a, b) => a + b, 0).'
	],
	ranEndless: [
		'Une boucle tourne sans fin.',
		'Qu’est-ce qui doit l’arrêter ? Regarde la condition, et ce qui change à chaque tour.'
	],
	ranMemory: [
		'Le programme a rempli toute la mémoire.',
		'Une liste grandit peut-être sans fin : regarde ce que la boucle y ajoute, et quand elle s’arrête.'
	]
};
