import type { BilingualIdea } from './idea.ts';

export const PAGE_CONTROL_IDEAS: BilingualIdea[] = [
	{
		id: 'page-button',
		title: '{{Un bouton|A button}}',
		description:
			'{{Ce qui est entre les accolades se passe à chaque clic.|What is between the braces happens at each click.}}',
		code: "const button = document.createElement('button');\nbutton.textContent = '{{Clique ici|Click here}}';\nbutton.addEventListener('click', () => { button.textContent = '{{Merci !|Thank you!}}'; });\ndocument.body.append(button);",
		searchWords: '{{cliquer appuyer|click press}}'
	},
	{
		id: 'page-field',
		title: '{{Un champ à remplir|A field to fill in}}',
		description: '{{value contient ce qui est écrit dans le champ.|value holds what is written in the field.}}',
		code: "const field = document.createElement('input');\nconst answer = document.createElement('p');\nfield.addEventListener('input', () => { answer.textContent = '{{Bonjour|Hello}} ' + field.value; });\ndocument.body.append(field, answer);",
		searchWords: '{{écrire nom question réponse formulaire|write name question answer form}}'
	},
	{
		id: 'page-choice',
		title: '{{Choisir dans une liste|Choose from a list}}',
		description:
			'{{new Option ajoute un choix ; change arrive quand on en prend un autre.|new Option adds a choice; change comes when another one is taken.}}',
		code: "const choice = document.createElement('select');\nfor (const name of ['{{Matin|Morning}}', '{{Midi|Noon}}', '{{Soir|Evening}}']) choice.add(new Option(name));\nchoice.addEventListener('change', () => console.log(choice.value));\ndocument.body.append(choice);",
		searchWords: '{{menu options|menu options}}'
	}
];

export const PAGE_SHOW_IDEAS: BilingualIdea[] = [
	{
		id: 'page-list',
		title: '{{Une liste|A list}}',
		description:
			'{{Une ligne de la page pour chaque texte de la liste.|One line of the page for each text of the list.}}',
		code: "const list = document.createElement('ul');\nfor (const name of ['{{Pain|Bread}}', '{{Lait|Milk}}', '{{Pommes|Apples}}'])\n\tlist.append(Object.assign(document.createElement('li'), { textContent: name }));\ndocument.body.append(list);",
		searchWords: '{{courses lignes|shopping lines}}'
	},
	{
		id: 'page-table',
		title: '{{Lire un tableau csv|Read a csv table}}',
		description:
			'{{Il faut un fichier csv dans le projet ; chaque ligne devient un paragraphe.|The project needs a csv file; each row becomes a paragraph.}}',
		code: "fetch('{{tableau|table}}.csv').then((file) => file.text()).then((text) => {\n\tfor (const row of text.trim().split('\\n'))\n\t\tdocument.body.append(Object.assign(document.createElement('p'), { textContent: row }));\n});",
		searchWords: '{{données fichier tableur|data file spreadsheet}}'
	},
	{
		id: 'page-picture',
		title: '{{Une image du projet|A picture of the project}}',
		description: '{{alt dit l’image à qui ne la voit pas.|alt describes the picture to those who cannot see it.}}',
		code: "const picture = document.createElement('img');\npicture.src = 'image.png';\npicture.alt = '{{Ce qu’on y voit|What it shows}}';\ndocument.body.append(picture);",
		searchWords: '{{photo dessin|photo drawing}}'
	},
	{
		id: 'page-date',
		title: '{{Le jour et l’heure|The day and the time}}',
		description: '{{setInterval recommence chaque seconde.|setInterval starts again each second.}}',
		code: "const clock = document.createElement('p');\nsetInterval(() => { clock.textContent = new Date().toLocaleString('{{fr|en}}', { weekday: 'long', hour: 'numeric', minute: 'numeric' }); }, 1000);\ndocument.body.append(clock);",
		searchWords: '{{date semaine horloge minuteur|date week clock timer}}'
	},
	{
		id: 'page-large',
		title: '{{Tout écrire plus grand|Write everything larger}}',
		description:
			'{{Pour qui voit mal : 1.6rem fait un texte une fois et demie plus grand.|For people with poor sight: 1.6rem makes text one and a half times as large.}}',
		code: "document.body.style.fontSize = '1.6rem';",
		searchWords: '{{taille lisible|size readable}}'
	}
];

export const PAGE_STORE_IDEAS: BilingualIdea[] = [
	{
		id: 'page-box',
		title: '{{Une case qui reste cochée|A box that stays ticked}}',
		description:
			'{{localStorage garde un texte sous un nom, jusqu’à la prochaine fois.|localStorage keeps a text under a name, until the next time.}}',
		code: "const box = Object.assign(document.createElement('input'), { type: 'checkbox' });\nbox.checked = localStorage.getItem('{{fait|done}}') === '{{oui|yes}}';\nbox.addEventListener('change', () => localStorage.setItem('{{fait|done}}', box.checked ? '{{oui|yes}}' : '{{non|no}}'));\ndocument.body.append(box, ' {{Fait|Done}}');",
		searchWords: '{{cocher garder enregistrer mémoire|tick keep save memory}}'
	},
	{
		id: 'page-note',
		title: '{{Un texte qui reste écrit|A text that stays written}}',
		description: '{{Ce qui est tapé est gardé à chaque lettre.|What is typed is kept at each letter.}}',
		code: "const note = document.createElement('textarea');\nnote.value = localStorage.getItem('{{note|note}}') ?? '';\nnote.addEventListener('input', () => localStorage.setItem('{{note|note}}', note.value));\ndocument.body.append(note);",
		searchWords: '{{garder enregistrer mémoire journal|keep save memory diary}}'
	}
];
