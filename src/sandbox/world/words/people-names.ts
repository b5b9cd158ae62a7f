/** Given and family names that are common where a language is spoken. */
export interface NameSet {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ').map((word) => word.replaceAll('_', ' '));

const set = (women: string, men: string, families: string): NameSet => ({
  women: words(women),
  men: words(men),
  families: words(families),
});

export const NAME_SETS = {
  english: set(
    'Emma Olivia Grace Hannah Charlotte Amelia Sophie Lucy Rachel Megan Holly Claire Abigail Natalie Erin Victoria',
    'James Oliver Jack Thomas William Daniel Matthew Andrew Ryan Simon Peter Luke Adam Nathan Stuart Gareth',
    "Smith Johnson Williams Brown Taylor Wilson Davies Evans Walker Wright Hughes Clarke Turner Bennett Foster Murphy O'Brien Reid Campbell Morgan Shaw Palmer Barker Lawson Pearce Whitfield Hartley Sinclair",
  ),
  german: set(
    'Anna Julia Katharina Sabine Stefanie Lena Franziska Miriam Johanna Birgit Silke Theresa Nadine Heike Verena Ulrike',
    'Lukas Maximilian Jonas Felix Stefan Thomas Jürgen Matthias Tobias Florian Andreas Sebastian Dieter Klaus Moritz Björn',
    'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Hoffmann Schäfer Koch Bauer Richter Klein Wolf Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Krause Lehmann Köhler Weiß Brandt Vogel',
  ),
  french: set(
    'Camille Léa Manon Chloé Juliette Inès Sandrine Isabelle Hélène Aurélie Céline Margaux Élodie Nathalie Pauline Mathilde',
    'Pierre Antoine Julien Nicolas Guillaume Mathieu Romain François Étienne Laurent Olivier Thibault Benoît Cédric Hugo Rémi',
    'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Roux Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Blanc Guérin Chevalier Lemaire Mercier',
  ),
  spanish: set(
    'Lucía María Carmen Paula Laura Marta Sofía Elena Cristina Beatriz Raquel Valentina Daniela Ximena Gabriela Pilar',
    'Alejandro Javier Carlos Miguel Pablo Sergio Fernando Diego Andrés Rafael Álvaro Ignacio Jorge Luis Manuel Emiliano',
    'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Navarro Torres Domínguez Vázquez Ramos Castro Ortega Delgado Ibáñez Reyes',
  ),
  portuguese: set(
    'Beatriz Mariana Ana Camila Larissa Fernanda Juliana Inês Catarina Joana Letícia Patrícia Renata Gabriela Sofia Helena',
    'João Pedro Lucas Gabriel Rafael Tiago Diogo Bruno Gustavo Felipe Rodrigo Marcelo André Vítor Henrique Thiago',
    'Silva Santos Oliveira Souza Pereira Costa Ferreira Rodrigues Almeida Nascimento Lima Carvalho Gomes Martins Rocha Ribeiro Alves Barbosa Moreira Cardoso Teixeira Correia Mendes Nunes Vieira Fonseca Azevedo Tavares',
  ),
  italian: set(
    'Giulia Francesca Chiara Martina Alessia Elisa Valentina Federica Silvia Paola Ilaria Benedetta Camilla Ginevra Simona Roberta',
    'Marco Alessandro Luca Matteo Davide Andrea Lorenzo Simone Giovanni Stefano Riccardo Paolo Giacomo Fabio Emanuele Tommaso',
    'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli',
  ),
  dutch: set(
    'Sanne Lotte Femke Anouk Eva Marieke Iris Lisa Fleur Roos Annelies Esther Maaike Ingrid Wendy Noor',
    'Daan Sem Bram Lars Thijs Jeroen Pieter Willem Sander Ruben Joost Maarten Koen Stijn Wouter Hendrik',
    'de_Jong Jansen de_Vries van_den_Berg Bakker Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer Dijkstra Kuiper Peeters Janssens Maes Willems Claes Goossens Wouters Hermans',
  ),
  nordic: set(
    'Ingrid Astrid Freja Elin Sara Linnea Karin Sofie Maja Kirsten Hanna Ida Signe Mette Aino Eeva',
    'Erik Lars Anders Johan Mikkel Henrik Oskar Nils Søren Magnus Jesper Fredrik Kasper Mattias Juhani Antti',
    'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Hansen Nielsen Jensen Pedersen Sørensen Rasmussen Lindberg Bergström Lund Holm Dahl Berg Haugen Solberg Virtanen Korhonen Nieminen Laine Nyström Sandberg',
  ),
  polish: set(
    'Anna Katarzyna Agnieszka Magdalena Joanna Monika Zofia Ewa Karolina Natalia Barbara Aleksandra Dorota Iwona Justyna Marta',
    'Piotr Krzysztof Tomasz Paweł Marcin Michał Jakub Adam Łukasz Grzegorz Wojciech Kamil Rafał Bartosz Mateusz Szymon',
    'Nowak Wójcik Kowalczyk Woźniak Mazur Krawczyk Król Wieczorek Wróbel Dudek Stępień Zając Pawlak Michalak Duda Szewczyk Pietrzak Marciniak Adamczyk Baran Szymczak Gajda Kubiak Kaczmarek Sikora Walczak Bąk Sobczak',
  ),
  indian: set(
    'Priya Ananya Neha Pooja Kavita Deepika Shreya Meera Divya Sunita Aishwarya Ritu Nandini Lakshmi Isha Radhika',
    'Arjun Rahul Amit Vikram Rohan Sanjay Karthik Aditya Suresh Rajesh Nikhil Manish Pranav Anil Varun Harish',
    'Sharma Patel Singh Kumar Gupta Reddy Iyer Nair Mehta Joshi Desai Rao Verma Kapoor Malhotra Banerjee Chatterjee Mukherjee Pillai Menon Agarwal Bhatt Choudhary Kulkarni Shah Saxena Bose Naidu',
  ),
  japanese: set(
    'Yuki Sakura Haruka Aiko Naomi Keiko Yumi Emi Mai Rina Tomoko Akiko Misaki Asuka Kaori Hana',
    'Hiroshi Takashi Kenji Daisuke Satoshi Kazuki Ryota Makoto Yusuke Shinji Naoki Koji Takumi Haruto Akira Masato',
    'Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura Hayashi Shimizu Mori Abe Ikeda Hashimoto Ishikawa Ogawa Goto Okada Fujita Murakami',
  ),
  nigerian: set(
    'Ngozi Chioma Amara Funke Aisha Folake Ifeoma Adaeze Zainab Yetunde Blessing Halima Temitope Uche Bukola Simisola',
    'Chinedu Emeka Tunde Ibrahim Oluwaseun Femi Obinna Kelechi Musa Babatunde Ikenna Segun Yusuf Chidi Kunle Ayodele',
    'Okafor Adeyemi Balogun Eze Okonkwo Bello Adebayo Nwosu Ogunleye Abubakar Okoro Chukwu Olawale Lawal Onyeka Danjuma Afolabi Obi Akande Nnamdi Ojo Umar Ibekwe Ogbonna Sanni Adewale Nwachukwu Oyelaran',
  ),
  turkish: set(
    'Ayşe Zeynep Elif Merve Fatma Selin Esra Büşra Gizem Derya Ceren Pınar Sibel Defne Melis Burcu',
    'Mehmet Mustafa Ahmet Emre Murat Burak Can Kerem Serkan Onur Hakan Barış Cem Oğuz Tolga Volkan',
    'Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Erdoğan Güneş Aksoy Tekin Bulut Ünal',
  ),
} as const satisfies Record<string, NameSet>;
