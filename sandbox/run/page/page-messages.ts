const PAGE_MESSAGES = {
	fr: {
		link: 'Ce lien mène ailleurs : {what}. Ici, une page n’ouvre rien au-dehors.',
		form: 'Ce formulaire n’envoie rien : ici, une page ne parle à aucun serveur. Lis ses champs dans ton programme.',
		load: 'Ici, rien ne se charge d’Internet : {what}',
		awaited: 'Le fichier « {what} » n’est pas encore arrivé sur cet ordinateur. Avec Internet, relance dans un moment.',
		missing:
			'Il n’y a pas de fichier « {what} » dans ce projet. Ajoute-le avec le bouton « Mes fichiers », ou corrige son nom.',
		script: 'Le code écrit dans le HTML n’est pas exécuté ici. Mets-le dans main.ts.',
		handler: 'Les attributs comme onclick ne marchent pas ici. Utilise addEventListener dans main.ts.',
		dialog: 'Ici, aucune fenêtre de dialogue ne s’ouvre : {what}',
		camera:
			'Ici, une page n’utilise ni la caméra ni le micro. Ajoute une photo ou un film au projet, et montre-les à la place.',
		left: 'La page a voulu partir ailleurs. Ici, une page n’ouvre rien au-dehors.',
		keyboard:
			'La page a pris le clavier pendant que tu écrivais ailleurs : il t’est rendu. Si elle recommence, elle sera arrêtée.',
		title: 'Ta page'
	},
	en: {
		link: 'This link leads elsewhere: {what}. Here, a page opens nothing outside.',
		form: 'This form sends nothing: here, a page talks to no server. Read its fields in your program.',
		load: 'Nothing is loaded from the internet here: {what}',
		awaited: 'The file “{what}” has not reached this computer yet. With the internet, run again in a moment.',
		missing: 'There is no file “{what}” in this project. Add it with the button “My files”, or correct its name.',
		script: 'Code written in the HTML is not run here. Put it in main.ts.',
		handler: 'Attributes like onclick do not work here. Use addEventListener in main.ts.',
		dialog: 'No dialogue opens here: {what}',
		camera:
			'Here, a page uses neither the camera nor the microphone. Add a photo or a film to the project and show it instead.',
		left: 'The page tried to leave. Here, a page opens nothing outside.',
		keyboard:
			'The page took the keyboard while you were writing elsewhere: it is given back to you. If it does so again, it will be stopped.',
		title: 'Your page'
	}
};

export type PageMessageName = keyof (typeof PAGE_MESSAGES)['fr'];

export const formatPageMessage = (language: string, name: PageMessageName, what = ''): string =>
	PAGE_MESSAGES[language === 'en' ? 'en' : 'fr'][name].replace('{what}', what);
