<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>@default</name>
        <message>
            <location filename="../plugin.py" />
            <source>Time series</source>
            <translation>Séries temporelles</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>Show the series of a Groundswell file at a clicked point</source>
            <translation>Affiche la série d'un fichier Groundswell au point cliqué</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>New study...</source>
            <translation>Nouvelle étude...</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>Run the whole chain step by step, from folders of data to the report</source>
            <translation>Exécute toute la chaîne pas à pas, des dossiers de données au rapport</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Assimilate displacement</source>
            <translation>Assimiler le déplacement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Corrects modelled water storage by the vertical motion of the ground. An ensemble of the storage is turned into displacement by the elastic load of all cells; the ensemble Kalman filter weighs it against what was observed; the correction persists and fades with the error memory. The same ensemble without observations, the open loop, is written beside it, with normalized innovations that tell whether the errors were assumed rightly.

Instead of storage from a file, give weather and parameters: the Catchment model then runs as an ensemble from epoch to epoch, and carries the corrected soil water and snow on by itself.

By default the best estimate that the data allow: storage of a single series is corrected by an exact smoother that knows that models err in the size and time of their season; all sizes of errors are found from the data by their likelihood; stations and GRACE are data like the frames. The report begins with the verdict: what withheld data say, whether the gain survives displacement that holds nothing (placebo), and whether the season of the data can be one of water. METHOD paper is that of Chen et al. (2022).

Both observed and predicted displacement enter as anomalies to their mean over the common epochs. Displacement must be absolute (see Line of sight to vertical): interferograms alone cannot tell what moves the whole frame. More frames, of other tracks or beside the first, each have a reference of their own: one that is tied says what a relative one cannot.

The one-dimensional filter of the paper updates every cell by its own observation. With honest errors it lowers the error of the regional mean by about 10 to 25 %, not by half; the three-dimensional filters use all observations for every cell and reach more. Before the run it is said how much the observations can be expected to tell; displacement of unknown reference tells next to nothing of storage.

Source: Chen et al. (2022), eq. 2, 3 and 9; Evensen (2009).</source>
            <translation>Corrige le stock d'eau modélisé par le mouvement vertical du sol. Un ensemble de stocks est converti en déplacement par la charge élastique de toutes les cellules ; le filtre de Kalman d'ensemble le pondère face à ce qui est observé ; la correction persiste et s'efface avec la mémoire de l'erreur. Le même ensemble sans observations, la boucle ouverte, est écrit à côté, avec des innovations normalisées qui disent si les erreurs ont été bien supposées.

Au lieu du stock d'un fichier, donnez météo et paramètres : le modèle Catchment tourne alors en ensemble d'époque en époque, et porte lui-même plus loin l'eau du sol et la neige corrigées.

Par défaut, la meilleure estimation que les données permettent : le stock d'une série unique est corrigé par un lisseur exact qui sait que les modèles se trompent sur l'ampleur et le moment de leur saison ; toutes les tailles d'erreurs sont trouvées dans les données par leur vraisemblance ; stations et GRACE sont des données comme les images. Le rapport commence par le verdict : ce que disent les données retenues à part, si le gain survit à un déplacement qui ne contient rien (placebo), et si la saison des données peut être celle de l'eau. METHOD paper est la méthode de Chen et al. (2022).

Le déplacement observé et le déplacement prédit entrent comme anomalies par rapport à leur moyenne aux époques communes. Le déplacement doit être absolu (voir Ligne de visée vers vertical) : les interférogrammes seuls ne disent pas ce qui meut toute l'image. D'autres images, d'autres orbites ou voisines de la première, ont chacune leur référence : celle qui est rattachée dit ce qu'une relative ne peut pas dire.

Le filtre unidimensionnel de l'article met à jour chaque cellule par sa propre observation. Avec des erreurs honnêtes, il réduit l'erreur de la moyenne régionale de 10 à 25 % environ, pas de moitié ; les filtres tridimensionnels utilisent toutes les observations pour chaque cellule et font mieux. Avant le calcul, il est dit ce que l'on peut attendre des observations ; un déplacement de référence inconnue ne dit presque rien du stock.

Source : Chen et al. (2022), éq. 2, 3 et 9 ; Evensen (2009).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>State to take up</source>
            <translation>État à reprendre</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Written by an earlier run as SAVE_RESTART: its epochs are left out, its state goes on. With FORCING also the state that Run the land model wrote, to begin with.</source>
            <translation>Écrit par un calcul antérieur sous SAVE_RESTART : ses époques sont omises, son état se poursuit. Avec FORCING aussi l'état écrit par Exécuter le modèle de surface, pour commencer.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <location filename="../processing/parameters.py" />
            <source>Last date</source>
            <translation>Dernière date</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Epochs after it are left for a later run, as 2018-12-31. Empty: all.</source>
            <translation>Les époques suivantes sont laissées à un calcul ultérieur, comme 2018-12-31. Vide : toutes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Write all members</source>
            <translation>Écrire tous les membres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Adds every member of open loop and analysis to the output.</source>
            <translation>Ajoute à la sortie chaque membre de la boucle ouverte et de l'analyse.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/place.py" />
            <source>Analysis</source>
            <translation>Analyse</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Open loop and analysis, innovations, increments.</source>
            <translation>Boucle ouverte et analyse, innovations, incréments.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Series, innovations, spread and skill, increments, water budget.</source>
            <translation>Séries, innovations, dispersion et justesse, incréments, bilan d’eau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>State after the last epoch</source>
            <translation>État après la dernière époque</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>From which a later run goes on, to the last bit as if it were one.</source>
            <translation>D'où un calcul ultérieur repart, identique au dernier bit près à un seul calcul.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Epochs</source>
            <translation>Époques</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Pooled standard deviation of normalized innovations</source>
            <translation>Écart-type global des innovations normalisées</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Check environment</source>
            <translation>Vérifier l'environnement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Tries the Python packages that Groundswell needs, each in a process of its own, and lists their versions; for each that is missing or broken, the command that installs it on this system.</source>
            <translation>Essaie les paquets Python dont Groundswell a besoin, chacun dans son propre processus, et énumère leurs versions ; pour chacun qui manque ou est abîmé, la commande qui l'installe sur ce système.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>The list as a page.</source>
            <translation>La liste sous forme de page.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Missing packages</source>
            <translation>Paquets manquants</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Check interferograms</source>
            <translation>Contrôler les interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Flags interferograms of low coherence, low coverage or bad loop closure (phase 1-2 plus 2-3 minus 1-3 must vanish; an interferogram is bad when none of its loops closes), counts unwrapping errors per pixel, and chooses the reference area: the place to which all displacement is relative.

The area is found automatically (complete, coherent, small closure error) or given by a place or by polygons. Which pixels the 5 mm/yr mask removes later depends on it.

Source: the checks follow LiCSBAS (Morishita et al. 2020).</source>
            <translation>Signale les interférogrammes de faible cohérence, de faible couverture ou de mauvaise fermeture (la phase 1-2 plus 2-3 moins 1-3 doit s'annuler ; un interférogramme est mauvais si aucune de ses boucles ne ferme), compte les erreurs de déroulement par pixel et choisit la zone de référence : le lieu auquel tout déplacement est relatif.

La zone est trouvée automatiquement (complète, cohérente, faible erreur de fermeture) ou donnée par un lieu ou par des polygones. Les pixels que le masque de 5 mm/an retire ensuite en dépendent.

Source : les contrôles suivent LiCSBAS (Morishita et al. 2020).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Interferogram stack</source>
            <translation>Pile d'interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>From Import interferograms.</source>
            <translation>De Importer des interférogrammes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Reference place</source>
            <translation>Lieu de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Centre of the reference area, such as a GNSS station. Empty: chosen automatically.</source>
            <translation>Centre de la zone de référence, comme une station GNSS. Vide : choisi automatiquement.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Reference polygons</source>
            <translation>Polygones de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>The pixels whose centres lie in these polygons are the reference area, where no reference place is given.</source>
            <translation>Si aucun lieu de référence n'est donné, la zone de référence est formée des pixels dont le centre est dans ces polygones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Least mean coherence</source>
            <translation>Cohérence moyenne minimale</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs with a lower mean coherence are rejected.</source>
            <translation>Les paires de cohérence moyenne plus faible sont rejetées.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Least coverage</source>
            <translation>Couverture minimale</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs with data on a smaller part of the frame are rejected.</source>
            <translation>Les paires ayant des données sur une moindre part de l'image sont rejetées.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Largest loop closure (rad)</source>
            <translation>Plus grande erreur de fermeture (rad)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Root mean square of a loop's closure over the frame above which the loop does not count as closed.</source>
            <translation>Moyenne quadratique de la fermeture d'une boucle sur l'image, au-delà de laquelle la boucle ne compte pas comme fermée.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs to keep in any case</source>
            <translation>Paires à garder dans tous les cas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Names such as 20180106_20180130, separated by blanks or commas.</source>
            <translation>Noms tels que 20180106_20180130, séparés par des espaces ou des virgules.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs to reject in any case</source>
            <translation>Paires à rejeter dans tous les cas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Correct whole turns</source>
            <translation>Corriger les tours entiers</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Take whole turns off single pixels where the loops leave no doubt which interferogram is wrong.</source>
            <translation>Retire des tours entiers à des pixels isolés là où les boucles ne laissent aucun doute sur l'interférogramme fautif.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Remove what does not close</source>
            <translation>Retirer ce qui ne ferme pas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Set interferograms to missing at pixels where they are in loops, but in none that closes.</source>
            <translation>Met à manquant les interférogrammes aux pixels où ils sont dans des boucles, mais dans aucune qui ferme.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Checked stack</source>
            <translation>Pile contrôlée</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>The stack with flags and reference area.</source>
            <translation>La pile avec marques et zone de référence.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Network with the rejected pairs, coherence, coverage and closure.</source>
            <translation>Réseau avec les paires rejetées, cohérence, couverture et fermeture.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Rejected pairs</source>
            <translation>Paires rejetées</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Check weather</source>
            <translation>Vérifier la météo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Reads weather as Run the land model does and holds it against what is plausible at the columns: yearly precipitation and its part of snow, long wave against the air's temperature, short wave against the sun, humidity, wind, and how many minutes the short wave is behind the sun, which shows a wrong clock. What no weather has is named with its likely cause; Run the land model stops there.</source>
            <translation>Lit la météo comme le fait Exécuter le modèle de surface et la confronte à ce qui est plausible aux colonnes : précipitations annuelles et leur part de neige, ondes longues face à la température de l'air, ondes courtes face au soleil, humidité, vent, et de combien de minutes les ondes courtes retardent sur le soleil, ce qui révèle une horloge fausse. Ce qu'aucune météo ne présente est nommé avec sa cause probable ; Exécuter le modèle de surface s'y arrête.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Figures against plausible ranges, the course of the day, the days.</source>
            <translation>Chiffres face aux plages plausibles, cours de la journée, jours.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Table of the figures</source>
            <translation>Tableau des chiffres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>One row a figure.</source>
            <translation>Une ligne par chiffre.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Impossible figures</source>
            <translation>Chiffres impossibles</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Minutes behind the sun</source>
            <translation>Minutes de retard sur le soleil</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Precipitation (mm/yr)</source>
            <translation>Précipitations (mm/an)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Compare with GRACE</source>
            <translation>Comparer à GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Averages open loop and analysis over the very days that each GRACE solution used, takes anomalies over the common months, and gives correlation R and unbiased root-mean-square difference (ubRMSD) for the region's mean, in total and by period, and for every cell.

GRACE cannot resolve a region below some 100 000 square kilometres: you are warned, and told what part of a load in the region GRACE would see. So both runs are also compared smoothed as GRACE is, and other GRACE products can stand beside the first. A difference between R 0.96 and R 0.97 over two years means nothing: the table gives confidence intervals and the skill against the open loop.

Months that GRACE lacks are recovered from the analysis, and the same is done with months that it has, to show how well.

Source: Chen et al. (2022), eq. 7 and 8 (population form).</source>
            <translation>Moyenne la boucle ouverte et l'analyse sur les jours mêmes que chaque solution GRACE a utilisés, prend les anomalies sur les mois communs et donne la corrélation R et la différence quadratique moyenne sans biais (ubRMSD) de la moyenne régionale, au total et par période, et de chaque cellule.

GRACE ne résout pas une région de moins de 100 000 kilomètres carrés environ : vous êtes averti, et l'on vous dit quelle part d'une charge de la région GRACE verrait. Les deux calculs sont donc aussi comparés lissés comme GRACE, et d'autres produits GRACE peuvent figurer à côté du premier. Une différence entre R 0.96 et R 0.97 sur deux ans ne signifie rien : le tableau donne des intervalles de confiance et le gain sur la boucle ouverte.

Les mois qui manquent à GRACE sont restitués à partir de l'analyse, et il en est fait autant de mois qu'il a, pour montrer avec quelle justesse.

Source : Chen et al. (2022), éq. 7 et 8 (forme de population).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>From Assimilate displacement.</source>
            <translation>De Assimiler le déplacement.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/dropping.py" />
            <source>GRACE storage</source>
            <translation>Stock d'eau GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>From Import GRACE, on the same grid.</source>
            <translation>De Importer GRACE, sur la même grille.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/best_parameters.py" />
            <location filename="../core/report/comparison_report.py" />
            <source>Region</source>
            <translation>Région</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Polygons whose mean is compared, by exact overlap. Empty: all cells that had observations.</source>
            <translation>Polygones dont la moyenne est comparée, par recouvrement exact. Vide : toutes les cellules observées.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/study_check.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Periods</source>
            <translation>Périodes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Such as 2018-12-02..2019-12-31, 2020-01-01..2021-01-20; each gets its own row in the table.</source>
            <translation>Comme 2018-12-02..2019-12-31, 2020-01-01..2021-01-20 ; chacune a sa ligne dans le tableau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Longest gap between samples (days)</source>
            <translation>Plus long intervalle entre échantillons (jours)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>A month in which the analysis has a longer gap is left out.</source>
            <translation>Un mois où l'analyse a un intervalle plus long est omis.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Radius of GRACE's footprint (km)</source>
            <translation>Rayon de l'empreinte de GRACE (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Both runs are compared a second time as GRACE shows them, where the load domain is wide enough. -1: by what the product itself went through (Gaussian, destriping, DDK, mascons), as its file says. Above 0: by a Gaussian of this radius. 0: not at all.</source>
            <translation>Les deux calculs sont comparés une seconde fois tels que GRACE les montre, là où le domaine de charge est assez large. -1 : par ce que le produit lui-même a subi (gaussien, retrait des bandes, DDK, mascons), comme le dit son fichier. Au-dessus de 0 : par un filtre gaussien de ce rayon. 0 : pas du tout.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Other GRACE products</source>
            <translation>Autres produits GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>More files from Import GRACE: their means stand beside the first product's, with the spread of all.</source>
            <translation>D'autres fichiers de Importer GRACE : leurs moyennes figurent à côté de celle du premier produit, avec la dispersion de tous.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Other storage</source>
            <translation>Autre stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Files with tws, such as from Displacement to storage without a model: rows of their own in the table, and a test whether they and the analysis agree within their errors.</source>
            <translation>Fichiers avec tws, comme ceux de Déplacement vers stock d'eau sans modèle : lignes à part dans le tableau, et un test pour savoir s'ils s'accordent avec l'analyse dans leurs erreurs.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../core/report/parameters_report.py" />
            <source>Maps</source>
            <translation>Cartes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>R and ubRMSD of every cell, and the monthly means.</source>
            <translation>R et ubRMSD de chaque cellule, et les moyennes mensuelles.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>One row for each series and period.</source>
            <translation>Une ligne par série et par période.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Series, maps and table.</source>
            <translation>Séries, cartes et tableau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Create example study area</source>
            <translation>Créer une zone d'étude d'exemple</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Writes a synthetic study area around Dali (Yunnan) whose true water storage is known: interferograms in LiCSAR layout with GACOS delays, a GNSS series at the reference area, land-model storage that is wrong as models are, and GRACE in the CSR mascon layout with its real gaps. Use it to learn the chain, or to see what a method can reach before you trust it with real data. Weather and soils for running the land model lie beside them.

Everything in it is synthetic, and layers and reports made from it say so. The truth is written beside the data; README.txt explains every file.</source>
            <translation>Écrit une zone d'étude synthétique autour de Dali (Yunnan) dont le vrai stock d'eau est connu : interférogrammes au format LiCSAR avec retards GACOS, une série GNSS dans la zone de référence, le stock d'un modèle de surface qui se trompe comme les modèles se trompent, et GRACE au format des mascons du CSR avec ses lacunes réelles. Servez-vous-en pour apprendre la chaîne, ou pour voir ce qu'une méthode peut atteindre avant de lui confier de vraies données. La météo et les sols pour faire tourner le modèle de surface y sont aussi.

Tout y est synthétique, et les couches et rapports qui en sont tirés le disent. La vérité est écrite à côté des données ; README.txt explique chaque fichier.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>small: under 60 MB, for learning and demonstrations. paper: 155 dates and 448 interferograms, as in Chen et al. (2022). catchment: truth and land model are runs of the Catchment model with different soils and rain, 2018 to 2021; takes some minutes.</source>
            <translation>small : moins de 60 Mo, pour apprendre et montrer. paper : 155 dates et 448 interférogrammes, comme Chen et al. (2022). catchment : vérité et modèle de surface sont des calculs du modèle Catchment avec d'autres sols et pluies, de 2018 à 2021 ; prend quelques minutes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>What the land model gets wrong</source>
            <translation>Ce que le modèle de surface fait mal</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>large: its season is half as large again and early; right: only spells of its own; small: too small and late; varied: as large, otherwise from place to place; years: wrong years; trend: a trend that it lacks; rain: rain of half a year off by a quarter; stations: yearly errors of stations; ramp: a frame with planes; catchment: truth and model are runs of the Catchment model (with PRESET catchment).</source>
            <translation>large : sa saison est moitié plus grande et en avance ; right : seulement des écarts passagers ; small : trop petite et en retard ; varied : comme large, différente d'un lieu à l'autre ; years : des années fausses ; trend : une tendance qui lui manque ; rain : la pluie d'une demi-année fausse d'un quart ; stations : erreurs annuelles des stations ; ramp : une image avec des plans ; catchment : vérité et modèle sont des exécutions du modèle Catchment (avec PRESET catchment).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Seed</source>
            <translation>Graine</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>The same seed gives the same study area, bit for bit.</source>
            <translation>La même graine donne la même zone d'étude, bit à bit.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Study area</source>
            <translation>Zone d'étude</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>A new or empty folder.</source>
            <translation>Un dossier nouveau ou vide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Interferogram frame folder</source>
            <translation>Dossier de l'image (interférogrammes)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>GACOS folder</source>
            <translation>Dossier GACOS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Vertical series of the reference area</source>
            <translation>Série verticale de la zone de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Heights of GNSS stations</source>
            <translation>Hauteurs de stations GNSS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Land-model storage</source>
            <translation>Stock d'eau du modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>GRACE mascons</source>
            <translation>Mascons GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Weather for the land model</source>
            <translation>Météo pour le modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Parameters for the land model</source>
            <translation>Paramètres pour le modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Study region</source>
            <translation>Région d'étude</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>True storage</source>
            <translation>Vrai stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Place of the reference area (lon,lat)</source>
            <translation>Lieu de la zone de référence (lon,lat)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Decompose line of sight</source>
            <translation>Décomposer la ligne de visée</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Solves the series of an ascending and a descending track of the same area for vertical and east displacement, pixel by pixel. The north component, to which both are nearly blind, is taken as 0.

The result has the grid and the dates of the ascending series where the descending one covers them; the latter is interpolated. Both are referred to the same area, the reference area of one of them.

The vertical displacement goes on to Mask and downsample; no conversion to vertical is needed.

Sources: Fialko et al. (2001); Wright et al. (2004).</source>
            <translation>Résout les séries d'une trace ascendante et d'une trace descendante de la même zone en déplacement vertical et vers l'est, pixel par pixel. La composante nord, à laquelle les deux sont presque aveugles, est prise égale à 0.

Le résultat a la grille et les dates de la série ascendante là où la descendante les couvre ; celle-ci est interpolée. Toutes deux sont rapportées à la même zone, la zone de référence de l'une d'elles.

Le déplacement vertical passe à Masquer et sous-échantillonner ; aucune conversion en vertical n'est nécessaire.

Sources : Fialko et al. (2001) ; Wright et al. (2004).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Ascending series</source>
            <translation>Série ascendante</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>From Invert interferograms.</source>
            <translation>De Inverser les interférogrammes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Descending series</source>
            <translation>Série descendante</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>From Invert interferograms, same area.</source>
            <translation>De Inverser les interférogrammes, même zone.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Longest interval of the descending track (days)</source>
            <translation>Plus long intervalle de la trace descendante (jours)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Ascending dates between descending dates that lie farther apart are left out.</source>
            <translation>Les dates ascendantes entre des dates descendantes plus éloignées sont omises.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Vertical and east displacement</source>
            <translation>Déplacement vertical et vers l'est</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>NetCDF file for the next step.</source>
            <translation>Fichier NetCDF pour l'étape suivante.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Estimate land model parameters</source>
            <translation>Estimer les paramètres du modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Makes the parameters that Run the land model needs: the distribution of the topographic index of an elevation model in each cell of the EASE-Grid 2.0, with soil texture and depth to bedrock, gives the saturated area, the root zone's wetness, baseflow and the exchange with the water table as functions of the catchment deficit.

Leaf area, greenness and albedo come from rasters of twelve months, or follow the vegetation class and a plain season. Legends, orders and units are read from the files or asked for; every cell that gets no column is accounted for.

Sources: Ducharne et al. (2000); Beven and Kirkby (1979); Clapp and Hornberger (1978).</source>
            <translation>Fait les paramètres dont Exécuter le modèle de surface a besoin : la distribution de l'indice topographique d'un modèle d'altitude dans chaque cellule de l'EASE-Grid 2.0, avec la texture du sol et la profondeur de la roche, donne la surface saturée, l'humidité de la zone racinaire, le débit de base et l'échange avec la nappe en fonction du déficit du bassin.

Surface foliaire, verdure et albédo viennent de rasters de douze mois, ou suivent la classe de végétation et une saison simple. Légendes, ordres et unités sont lus dans les fichiers ou demandés ; il est rendu compte de chaque cellule qui ne reçoit pas de colonne.

Sources : Ducharne et al. (2000) ; Beven et Kirkby (1979) ; Clapp et Hornberger (1978).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Rasters (*.tif *.tiff *.vrt *.img *.asc);;All files (*)</source>
            <translation>Rasters (*.tif *.tiff *.vrt *.img *.asc);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Elevation model</source>
            <translation>Modèle d'altitude</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Metres; pixels of 30 to 1000 m, any size; a file, or the path of a folder of tiles.</source>
            <translation>Mètres ; pixels de 30 à 1000 m, toute étendue ; un fichier, ou le chemin d'un dossier de tuiles.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil texture</source>
            <translation>Texture du sol</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Texture classes, in the order that Soil order says. Loam where empty and no sand and clay are given.</source>
            <translation>Classes de texture, dans l'ordre que dit Ordre des sols. Limon si c'est vide et que ni sable ni argile ne sont donnés.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil order</source>
            <translation>Ordre des sols</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>statsgo: 1 sand, 2 loamy sand, 3 sandy loam, 4 silt loam, 5 silt, 6 loam, 7 sandy clay loam, 8 silty clay loam, 9 clay loam, 10 sandy clay, 11 silty clay, 12 clay; usda: 1 clay to 12 sand (SoilGrids); hwsd: 1 heavy clay to 13 sand. auto: as the file names it, else it is asked for.</source>
            <translation>statsgo : 1 sable, 2 sable limoneux, 3 limon sableux, 4 limon fin, 5 limon très fin, 6 limon, 7 limon argilo-sableux, 8 limon argileux fin, 9 limon argileux, 10 argile sableuse, 11 argile limoneuse, 12 argile ; usda : de 1 argile à 12 sable (SoilGrids) ; hwsd : de 1 argile lourde à 13 sable. auto : comme le fichier le nomme, sinon il est demandé.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Table of mapping units</source>
            <translation>Table des unités cartographiques</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/earth_files.py" />
            <source>Tables (*.csv *.txt);;All files (*)</source>
            <translation>Tableaux (*.csv *.txt);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With HWSD's raster of units (hwsd.bil) as Soil texture: its table HWSD_DATA or HWSD2_LAYERS, exported as CSV. Sand and clay are averaged over the soils of a unit and the first metre.</source>
            <translation>Si la texture du sol est le raster des unités de HWSD (hwsd.bil) : sa table HWSD_DATA ou HWSD2_LAYERS, exportée en CSV. Sable et argile sont moyennés sur les sols d'une unité et le premier mètre.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Sand</source>
            <translation>Sable</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With Clay instead of Soil texture: shares in %, g/kg (SoilGrids) or parts of 1.</source>
            <translation>Avec Argile, à la place de la texture du sol : parts en %, g/kg (SoilGrids) ou fractions de 1.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Clay</source>
            <translation>Argile</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Share, in the same unit as Sand.</source>
            <translation>Part, dans la même unité que Sable.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Land cover</source>
            <translation>Occupation du sol</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>ESA WorldCover, CCI, MODIS or another map of the legends below. Grass where empty.</source>
            <translation>ESA WorldCover, CCI, MODIS ou une autre carte aux légendes ci-dessous. Herbe où c'est vide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Legend of the land cover</source>
            <translation>Légende de l'occupation du sol</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>auto: as the file names it or as only one legend has its classes. mosaic: 1 to 8 (evergreen, deciduous, needleleaf, grass, shrub, tundra, bare, desert). Water and ice get no column.</source>
            <translation>auto : comme la nomme le fichier, ou la seule légende qui a ses classes. mosaic : 1 à 8 (sempervirent, caducifolié, aiguilles, herbe, arbustes, toundra, sol nu, désert). Eau et glace ne reçoivent pas de colonne.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth to bedrock</source>
            <translation>Profondeur de la roche</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Empty: the same depth everywhere.</source>
            <translation>Vide : la même profondeur partout.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Unit of the depth</source>
            <translation>Unité de la profondeur</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>auto: as the file says, else mm where the numbers allow it.</source>
            <translation>auto : comme le dit le fichier, sinon mm où les nombres le permettent.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth without a raster (mm)</source>
            <translation>Profondeur sans raster (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>To bedrock.</source>
            <translation>Jusqu'à la roche.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Leaf area</source>
            <translation>Surface foliaire</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands, January to December, m2 m-2. By class where empty.</source>
            <translation>Douze bandes, de janvier à décembre, m2 m-2. Par classe où c'est vide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Greenness</source>
            <translation>Verdure</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands, parts of 1. By class where empty.</source>
            <translation>Douze bandes, fractions de 1. Par classe où c'est vide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Albedo</source>
            <translation>Albédo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands of snow-free albedo, parts of 1 (MODIS). By class where empty.</source>
            <translation>Douze bandes d'albédo sans neige, fractions de 1 (MODIS). Par classe où c'est vide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Decay of conductivity (1/m)</source>
            <translation>Décroissance de la conductivité (1/m)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With depth: 2.17 in NASA's older data sets, 1 in the newer ones.</source>
            <translation>Avec la profondeur : 2.17 dans les anciens jeux de la NASA, 1 dans les nouveaux.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/land_parameters.py" />
            <source>EASE-Grid 2.0</source>
            <translation>EASE-Grid 2.0</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Must be the grid of the observations.</source>
            <translation>Doit être la grille des observations.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../core/report/catchment_report.py" />
            <location filename="../core/report/study_report.py" />
            <source>Parameters</source>
            <translation>Paramètres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>For Run the land model.</source>
            <translation>Pour Exécuter le modèle de surface.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Maps of the parameters and of what each cell was made from.</source>
            <translation>Cartes des paramètres et de ce dont chaque cellule a été faite.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Extract series at points</source>
            <translation>Extraire des séries en des points</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Reads the series of the pixel or cell at each point from any Groundswell file (displacement, storage, analysis): a table with point, date, variable, value and standard deviation, and a layer of the points with one field per date (D20180106 ...) of the file's main quantity, as InSAR viewers read it.</source>
            <translation>Lit la série du pixel ou de la cellule de chaque point dans n'importe quel fichier Groundswell (déplacement, stock, analyse) : un tableau avec point, date, variable, valeur et écart-type, et une couche des points avec un champ par date (D20180106 ...) de la grandeur principale du fichier, comme la lisent les visionneuses InSAR.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/kept.py" />
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>A NetCDF file with a time axis from any step.</source>
            <translation>Un fichier NetCDF à axe de temps, de n'importe quelle étape.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Layer of points in any reference system. On the command line also coordinates: 100.2,25.6; 100.4,25.9</source>
            <translation>Couche de points dans n'importe quel système de référence. En ligne de commande aussi des coordonnées : 100.2,25.6; 100.4,25.9</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>or coordinates</source>
            <translation>ou coordonnées</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Longitude,latitude in degrees; several points separated by semicolons.</source>
            <translation>Longitude,latitude en degrés ; plusieurs points séparés par des points-virgules.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Columns point, date, variable, value, std.</source>
            <translation>Colonnes point, date, variable, value, std.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Points with series</source>
            <translation>Points avec séries</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>The points with a field for every date of the main quantity.</source>
            <translation>Les points avec un champ pour chaque date de la grandeur principale.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Give POINTS (a layer) or COORDINATES (longitude,latitude).</source>
            <translation>Donnez POINTS (une couche) ou COORDINATES (longitude,latitude).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Fetch a LiCSAR frame</source>
            <translation>Récupérer une image LiCSAR</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Fetches a frame of the COMET LiCSAR portal: unwrapped interferograms and coherence of a period, metadata and geometry, and GACOS delays where the portal has them. The size is said first; what is here already is not fetched again, and a run that was broken off goes on where it ended. Sizes are verified.

Give the frame's name, or a region: where several frames cover it, the message names them. The portal needs no login. Give the result to Import interferograms.

Source: Lazecky et al. (2020), doi 10.3390/rs12152430. Cite the portal as it asks you to.</source>
            <translation>Récupère une image du portail COMET LiCSAR : interférogrammes déroulés et cohérence d'une période, métadonnées et géométrie, et retards GACOS là où le portail les a. La taille est dite d'abord ; ce qui est déjà là n'est pas récupéré de nouveau, et un calcul interrompu reprend où il s'est arrêté. Les tailles sont vérifiées.

Donnez le nom de l'image, ou une région : si plusieurs images la couvrent, le message les nomme. Le portail ne demande pas d'identification. Donnez le résultat à Importer des interférogrammes.

Source : Lazecky et al. (2020), doi 10.3390/rs12152430. Citez le portail comme il le demande.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Frame</source>
            <translation>Référentiel</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Such as 106D_05248_131313. Empty: the frame that covers the extent.</source>
            <translation>Comme 106D_05248_131313. Vide : l'image qui couvre l'étendue.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>What to fetch</source>
            <translation>Que récupérer</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Interferograms, delays of GACOS (corrections), or all. Metadata come with either.</source>
            <translation>Interférogrammes, retards GACOS (corrections), ou tout. Les métadonnées viennent avec les uns et les autres.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Only say how much there is</source>
            <translation>Dire seulement combien il y en a</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Nothing is fetched.</source>
            <translation>Rien n'est récupéré.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Address of the folder that holds the folders of tracks; another one for a mirror.</source>
            <translation>Adresse du dossier qui contient les dossiers des orbites ; une autre pour un miroir.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <location filename="../ui/guided_rows.py" />
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>The frame's folder is made in it.</source>
            <translation>Le dossier de l'image y est créé.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Pairs</source>
            <translation>Paires</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Files fetched</source>
            <translation>Fichiers récupérés</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Size of all files (MB)</source>
            <translation>Taille de tous les fichiers (Mo)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Fetch GNSS series</source>
            <translation>Récupérer des séries GNSS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Fetches daily positions (tenv3) of the stations in a region, or of named ones, from the Nevada Geodetic Laboratory, with its list of steps. What is here with the same size is not fetched again, and a run that was broken off goes on where it ended. No login is needed. Give the folder to Import GNSS series.

Source: Blewitt et al. (2018), doi 10.1029/2018EO104623; cite it where you use the series.</source>
            <translation>Récupère les positions journalières (tenv3) des stations d'une région, ou de stations nommées, auprès du Nevada Geodetic Laboratory, avec sa liste de sauts. Ce qui est là avec la même taille n'est pas récupéré de nouveau, et un calcul interrompu reprend où il s'est arrêté. Aucune identification n'est nécessaire. Donnez le dossier à Importer des séries GNSS.

Source : Blewitt et al. (2018), doi 10.1029/2018EO104623 ; citez-le là où vous utilisez les séries.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <location filename="../processing/algorithms/importgnss.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations</source>
            <translation>Stations</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Names, beside or instead of the extent: KMIN, LHAS.</source>
            <translation>Noms, en plus de l'étendue ou à sa place : KMIN, LHAS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Reference frame</source>
            <translation>Repère de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>IGS20 is kept up to date; IGS14 is older.</source>
            <translation>IGS20 est tenu à jour ; IGS14 est plus ancien.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Another address for a mirror.</source>
            <translation>Une autre adresse pour un miroir.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>The series, steps.txt and stations.csv go there.</source>
            <translation>Les séries, steps.txt et stations.csv y vont.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage to vertical displacement</source>
            <translation>Du stock au déplacement vertical</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement (mm, up positive) of an elastic Earth under the storage of all cells of the file: near cells act with their exact shape, far ones as disks, and every cell acts on every place, without a cut-off, because the far field of a large load carries a quarter to two thirds of the signal.

Storage beyond the file's edge is unknown and left out: give a field that reaches at least 1000 km beyond the place of interest, or a coarser background. Lakes and reservoirs can be added as polygons with their level. A file with a pressure (Pa or hPa, such as ERA5's sp) instead of storage gives the displacement by the atmosphere, under which the sea gives way, or by the ocean; products of GFZ (ESMGFZ) or the International Mass Loading Service hold displacement already: both to subtract from observations, which they follow in reference, first date and ramp.

Source: Chen et al. (2022), section II.D.2; Farrell (1972).</source>
            <translation>Déplacement vertical (mm, positif vers le haut) d'une Terre élastique sous le stock de toutes les cellules du fichier : les proches agissent avec leur forme exacte, les lointaines comme des disques, et chaque cellule agit sur chaque lieu, sans coupure, car le champ lointain d'une grande charge porte d'un quart à deux tiers du signal.

Le stock au-delà du bord du fichier est inconnu et omis : donnez un champ qui s'étend au moins à 1000 km au-delà du lieu étudié, ou un fond plus grossier. Lacs et réservoirs peuvent être ajoutés comme polygones avec leur niveau. Un fichier de pression (Pa ou hPa, comme sp d'ERA5) au lieu du stock donne le déplacement dû à l'atmosphère, sous laquelle la mer cède, ou à l'océan ; les produits du GFZ (ESMGFZ) ou de l'International Mass Loading Service contiennent déjà un déplacement : les deux sont à retrancher des observations, qu'ils suivent en référence, première date et rampe.

Source : Chen et al. (2022), section II.D.2 ; Farrell (1972).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/place.py" />
            <location filename="../core/report/catchment_report.py" />
            <source>Storage</source>
            <translation>Stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>From Import storage, or any step that writes storage.</source>
            <translation>De Importer le stock d'eau, ou de toute étape qui en écrit.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage around it</source>
            <translation>Stock alentour</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage of a larger area on any grid, in the same time: what lies outside the first file is added.</source>
            <translation>Stock d'une zone plus grande sur une grille quelconque, au même temps : ce qui est hors du premier fichier est ajouté.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Displacement at these points instead of the grid. On the command line also: 100.2,25.6; 100.4,25.9</source>
            <translation>Déplacement en ces points au lieu de la grille. En ligne de commande aussi : 100.2,25.6; 100.4,25.9</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Lakes</source>
            <translation>Lacs</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Water bodies that rise and fall together, on top of the storage; needs their level.</source>
            <translation>Plans d'eau qui montent et descendent d'un bloc, en plus du stock ; demande leur niveau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Lake levels</source>
            <translation>Niveaux des lacs</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>CSV files (*.csv);;All files (*)</source>
            <translation>Fichiers CSV (*.csv);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Table of date,level_m, or with such columns under other names. The mean is taken away.</source>
            <translation>Tableau de date,level_m, ou avec de telles colonnes sous d'autres noms. La moyenne est retirée.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Cut-off distance (km)</source>
            <translation>Distance de coupure (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Empty: none. 300 km is what the paper uses; it loses much of the displacement of large loads.</source>
            <translation>Vide : aucune. L'article utilise 300 km ; cela perd beaucoup du déplacement des grandes charges.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Shape of cells</source>
            <translation>Forme des cellules</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>exact: edges of near cells; equal_area_disk: all cells as disks; paper_disk: disks of 14 km.</source>
            <translation>exact : bords des cellules proches ; equal_area_disk : toutes les cellules en disques ; paper_disk : disques de 14 km.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Origin of degree 1. GNSS: CF; satellite orbits: CM; relative observations do not depend on it.</source>
            <translation>Origine du degré 1. GNSS : CF ; orbites de satellites : CM ; les observations relatives n'en dépendent pas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Land</source>
            <translation>Terre</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Polygons and masks (*.gpkg *.shp *.geojson *.nc);;All files (*)</source>
            <translation>Polygones et masques (*.gpkg *.shp *.geojson *.nc);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>For pressure of the air, under which the sea gives way (inverted barometer): polygons of land, or a mask on the pressure's grid. Empty: the mask in the file (lsm), else the coast of QGIS's world map.</source>
            <translation>Pour la pression de l'air, sous laquelle la mer cède (baromètre inverse) : polygones de terre, ou un masque sur la grille de la pression. Vide : le masque du fichier (lsm), sinon la côte de la carte du monde de QGIS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Horizontal motion too</source>
            <translation>Mouvement horizontal aussi</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Adds east_displacement and north_displacement (mm); cells act as disks of their area.</source>
            <translation>Ajoute east_displacement et north_displacement (mm) ; les cellules agissent comme des disques de leur surface.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Observations to correct</source>
            <translation>Observations à corriger</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement from Line of sight to vertical. The output is then these observations less the load's displacement at their cells and dates, relative as they are. The load must be one without members.</source>
            <translation>Déplacement vertical de Ligne de visée vers vertical. La sortie est alors ces observations moins le déplacement de la charge à leurs cellules et dates, relatives telles quelles. La charge doit être sans membres.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/place.py" />
            <source>Vertical displacement</source>
            <translation>Déplacement vertical</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>NetCDF file on the storage's grid, or of the points.</source>
            <translation>Fichier NetCDF sur la grille du stock, ou des points.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Import displacement</source>
            <translation>Importer le déplacement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Reads displacement that is finished already, and writes the file that Invert interferograms writes (or points), for every step that follows. Recognised by content: a folder of OPERA DISP-S1 granules (chained over their moving reference dates), EGMS L2a, L2b and L3 (CSV or zip; releases are tied over common dates), MintPy's timeseries.h5 and HDF-EOS5, LiCSBAS's cum.h5 and cum_filt.h5, GeoTIFFs named by dates, tables and layers of points with a field a date (D20200131 or 20200131).

Unit, sign and reference are read from the file, or asked for. What was taken from the series before (ramps, filters, tides) is handed on, and a message says what that does to water.

Sources: OPERA DISP-S1 product specification (JPL); Costantini et al. (2021) for EGMS; Yunjun et al. (2019) for MintPy; Morishita et al. (2020) for LiCSBAS.</source>
            <translation>Lit un déplacement déjà terminé et écrit le fichier qu'écrit Inverser les interférogrammes (ou des points), pour chaque étape qui suit. Reconnus par leur contenu : un dossier de granules OPERA DISP-S1 (enchaînés par leurs dates de référence mobiles), EGMS L2a, L2b et L3 (CSV ou zip ; les éditions sont liées par les dates communes), timeseries.h5 et HDF-EOS5 de MintPy, cum.h5 et cum_filt.h5 de LiCSBAS, GeoTIFF nommés par dates, tableaux et couches de points avec un champ par date (D20200131 ou 20200131).

Unité, signe et référence sont lus dans le fichier ou demandés. Ce qui a été retiré auparavant de la série (rampes, filtres, marées) est transmis, et un message dit ce que cela fait à l'eau.

Sources : spécification du produit OPERA DISP-S1 (JPL) ; Costantini et al. (2021) pour EGMS ; Yunjun et al. (2019) pour MintPy ; Morishita et al. (2020) pour LiCSBAS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Product</source>
            <translation>Produit</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/earth_files.py" />
            <source>All files (*)</source>
            <translation>Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>A file of the product, or the path of its folder: OPERA granules, tiles and releases of EGMS.</source>
            <translation>Un fichier du produit, ou le chemin de son dossier : granules OPERA, tuiles et éditions d'EGMS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Look vectors or incidence angle</source>
            <translation>Vecteurs de visée ou angle d'incidence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Where the product has none: OPERA's los_enu.tif (east, north, up), MintPy's geometry file, a folder with LiCSAR's E, N and U files, or one angle from the vertical in degrees.</source>
            <translation>Si le produit n'en a pas : los_enu.tif d'OPERA (est, nord, haut), le fichier de géométrie de MintPy, un dossier avec les fichiers E, N et U de LiCSAR, ou un angle depuis la verticale en degrés.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Multilook</source>
            <translation>Multivue</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Average blocks of so many pixels in both directions; a block needs half of them.</source>
            <translation>Moyenne des blocs d'autant de pixels dans les deux sens ; un bloc en demande la moitié.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Displacement becomes relative to the pixel or point there. Empty: as in the product (OPERA: median).</source>
            <translation>Le déplacement devient relatif au pixel ou point de ce lieu. Vide : comme dans le produit (OPERA : médiane).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Memory (MB)</source>
            <translation>Mémoire (Mo)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Large frames are read by windows that fit in it. The result does not depend on it.</source>
            <translation>Les grandes images sont lues par fenêtres qui y tiennent. Le résultat n'en dépend pas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Displacement series</source>
            <translation>Série de déplacement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>What was read, what it is relative to, and what was taken from it before.</source>
            <translation>Ce qui a été lu, à quoi c'est relatif, et ce qui en a été retiré auparavant.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Dates</source>
            <translation>Dates</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Pixels or points with data</source>
            <translation>Pixels ou points avec données</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>file: as the file says, and an error where it does not. rad needs the wavelength.</source>
            <translation>file : comme le dit le fichier, et une erreur s'il ne le dit pas. rad exige la longueur d'onde.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Positive is</source>
            <translation>Positif signifie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>In the line of sight: towards the satellite, or away from it (the range increases).</source>
            <translation>Dans la ligne de visée : vers le satellite, ou s'éloignant de lui (la distance augmente).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Component</source>
            <translation>Composante</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of points and rasters that do not say it; of EGMS L3 with both: which one is read.</source>
            <translation>Des points et rasters qui ne la disent pas ; d'EGMS L3 avec les deux : laquelle est lue.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Wavelength (m)</source>
            <translation>Longueur d'onde (m)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of values in radians where the file has none: 0.0555 for Sentinel-1.</source>
            <translation>Des valeurs en radians si le fichier n'en a pas : 0.0555 pour Sentinel-1.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Reference system</source>
            <translation>Système de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of a table's x and y where it has no longitude and latitude, and of rasters that name none.</source>
            <translation>De x et y d'un tableau sans longitude ni latitude, et des rasters qui n'en nomment aucun.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: subtract the solid-Earth tide</source>
            <translation>OPERA : retrancher la marée terrestre</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>That the granules carry as a correction; OPERA's own tools subtract it.</source>
            <translation>Celle que les granules portent comme correction ; les outils d'OPERA la retranchent.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: subtract the ionosphere</source>
            <translation>OPERA : retrancher l'ionosphère</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>That the granules carry as a correction; OPERA's own tools leave it.</source>
            <translation>Celle que les granules portent comme correction ; les outils d'OPERA la laissent.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: gaps</source>
            <translation>OPERA : lacunes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>How parts of a series are tied that no granule connects: linear motion, linear and annual motion, or not at all (only the first part is kept).</source>
            <translation>Comment lier les parties d'une série qu'aucun granule ne relie : mouvement linéaire, linéaire et annuel, ou pas du tout (seule la première partie est gardée).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Import GNSS series</source>
            <translation>Importer des séries GNSS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Reads vertical positions of GNSS stations: series of the Nevada Geodetic Laboratory (tenv3, tenv, txyz2, with its list of steps steps.txt in the same folder), PBO and EarthScope (pos, csv), JPL (series), SIO (neu), TMS, earth-fixed coordinates, or tables station,lon,lat,date,up_mm. Positions of one UTC day are averaged.

Outliers are left out, and jumps of the antenna that are listed and significant are taken away. Jumps, trend, seasons and the motion after earthquakes are fitted together, in noise that wanders as the station itself does: a fast season or a gap is no jump. Jumps that no list names are only named. Motion of the ground, slow or by an earthquake, stays. The trend is MIDAS's.

Interferograms know no absolute motion. A station in their reference area restores it: give the result, or the table of one station, as Reference series to Line of sight to vertical.

Sources: Blewitt et al. (2018), doi 10.1029/2018EO104623, for the series; Blewitt et al. (2016), doi 10.1002/2015JB012552, for the trend; Harvey and Koopman (1992), doi 10.1080/07350015.1992.10509913, for the search for jumps.</source>
            <translation>Lit les positions verticales de stations GNSS : séries du Nevada Geodetic Laboratory (tenv3, tenv, txyz2, avec sa liste de sauts steps.txt dans le même dossier), PBO et EarthScope (pos, csv), JPL (series), SIO (neu), TMS, coordonnées liées à la Terre, ou tableaux station,lon,lat,date,up_mm. Les positions d'un même jour UTC sont moyennées.

Les valeurs aberrantes sont omises, et les sauts d'antenne listés et significatifs sont retirés. Sauts, tendance, saisons et mouvement après les séismes sont ajustés ensemble, dans un bruit qui dérive comme la station elle-même : une saison rapide ou une lacune n'est pas un saut. Les sauts qu'aucune liste ne nomme sont seulement nommés. Le mouvement du sol, lent ou par un séisme, reste. La tendance est celle de MIDAS.

Les interférogrammes ne connaissent pas de mouvement absolu. Une station dans leur zone de référence le restitue : donnez le résultat, ou le tableau d'une station, comme Série de référence à Ligne de visée vers vertical.

Sources : Blewitt et al. (2018), doi 10.1029/2018EO104623, pour les séries ; Blewitt et al. (2016), doi 10.1002/2015JB012552, pour la tendance ; Harvey et Koopman (1992), doi 10.1080/07350015.1992.10509913, pour la recherche des sauts.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Series</source>
            <translation>Séries</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Files, or the path of a folder: series of any known kind, tables with date and up_mm, steps.txt. Or the address of such a file or folder on a web server, which is fetched beside the result.</source>
            <translation>Fichiers, ou le chemin d'un dossier : séries de tout type connu, tableaux avec date et up_mm, steps.txt. Ou l'adresse d'un tel fichier ou dossier sur un serveur web, récupéré à côté du résultat.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>tables</source>
            <translation>tableaux</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Length of means (days)</source>
            <translation>Durée des moyennes (jours)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>1: daily positions. 12: means over the revisit time of Sentinel-1, which are less noisy.</source>
            <translation>1 : positions journalières. 12 : moyennes sur le temps de revisite de Sentinel-1, moins bruitées.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Dates of</source>
            <translation>Dates de</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>A displacement file: means are centred on its dates. Empty: one mean after the other.</source>
            <translation>Un fichier de déplacement : les moyennes sont centrées sur ses dates. Vide : une moyenne après l'autre.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Smallest unlisted jump (mm)</source>
            <translation>Plus petit saut non listé (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Sudden jumps that no list names are looked for from this size on. 0: none is looked for.</source>
            <translation>Les sauts brusques qu'aucune liste ne nomme sont cherchés à partir de cette taille. 0 : aucun n'est cherché.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away unlisted jumps too</source>
            <translation>Retirer aussi les sauts non listés</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Else they are only named: look at the series first, since water can move the ground suddenly too.</source>
            <translation>Sinon ils sont seulement nommés : regardez d'abord la série, car l'eau aussi peut mouvoir le sol brusquement.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away earthquakes too</source>
            <translation>Retirer aussi les séismes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Jumps of listed earthquakes, and the motion after them, are motion of the ground that interferograms see as well: leave them in to tie a frame.</source>
            <translation>Les sauts de séismes listés, et le mouvement qui les suit, sont un mouvement du sol que les interférogrammes voient aussi : laissez-les pour rattacher une image.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Station of the table</source>
            <translation>Station du tableau</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Name of the station that the table is made of. May be empty where there is only one.</source>
            <translation>Nom de la station dont le tableau est fait. Peut rester vide s'il n'y en a qu'une.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>NetCDF file of all stations for the next step.</source>
            <translation>Fichier NetCDF de toutes les stations pour l'étape suivante.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Table of one station</source>
            <translation>Tableau d'une station</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Columns date,up_mm, as Line of sight to vertical takes them as reference series.</source>
            <translation>Colonnes date,up_mm, comme Ligne de visée vers vertical les prend comme série de référence.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Stations on the map</source>
            <translation>Stations sur la carte</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Points with the length of the series, its trend and standard error (mm/yr), annual amplitude (mm).</source>
            <translation>Points avec la durée de la série, sa tendance et son erreur type (mm/an), son amplitude annuelle (mm).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Import GRACE</source>
            <translation>Importer GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Reads GRACE and GRACE-FO storage and averages it onto the EASE-Grid 2.0, conserving mass, in mm of water. Known are the mascons of CSR, JPL and GSFC (NetCDF, HDF5), the Tellus land grids, and Level-2 harmonics (GSM-2 of any centre, .gfc), also packed (.gz, .zip), and GravIS grids: choose one of its files, or give the folder.

Keeps for every solution its first and last day and the days that it did not use: a GRACE month is seldom a calendar month. Gaps stay gaps.

Harmonics: degree 1 comes from technical note 13, C20 and C30 from technical note 14 (files in the same folder are found), anomalies are to the mean of 2004 to 2009, and the filter is needed: unfiltered fields are noise.

GRACE resolves 300 to 400 km. Over a smaller region it shows mostly the surroundings.</source>
            <translation>Lit le stock d'eau de GRACE et GRACE-FO et le moyenne sur l'EASE-Grid 2.0 en conservant la masse, en mm d'eau. Sont connus les mascons du CSR, du JPL et du GSFC (NetCDF, HDF5), les grilles continentales Tellus et les harmoniques de niveau 2 (GSM-2 de tout centre, .gfc), aussi compressées (.gz, .zip), et les grilles GravIS : choisissez un de leurs fichiers ou donnez le dossier.

Garde pour chaque solution son premier et son dernier jour et les jours qu'elle n'a pas utilisés : un mois GRACE est rarement un mois du calendrier. Les lacunes restent des lacunes.

Harmoniques : le degré 1 vient de la note technique 13, C20 et C30 de la note technique 14 (les fichiers du même dossier sont trouvés), les anomalies sont par rapport à la moyenne de 2004 à 2009, et le filtre est nécessaire : les champs non filtrés sont du bruit.

GRACE résout 300 à 400 km. Sur une région plus petite, il montre surtout les alentours.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>GRACE product</source>
            <translation>Produit GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>All files (*);;NetCDF and HDF5 files (*.nc *.nc4 *.h5)</source>
            <translation>Tous les fichiers (*);;Fichiers NetCDF et HDF5 (*.nc *.nc4 *.h5)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>A file such as CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc, or for Level-2 harmonics any file of their folder, which is then read whole.</source>
            <translation>Un fichier tel que CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc ou, pour les harmoniques de niveau 2, n'importe quel fichier de leur dossier, qui est alors lu en entier.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Must be the grid of the analysis to compare with.</source>
            <translation>Doit être la grille de l'analyse à comparer.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Of grids that do not say theirs, such as GeoTIFF. file: as the file says, and an error where not.</source>
            <translation>Des grilles qui ne disent pas la leur, comme GeoTIFF. file : comme le dit le fichier, et une erreur sinon.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Variable</source>
            <translation>Variable</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Name of storage in a NetCDF file. Empty: lwe_thickness, tws, and others that are known.</source>
            <translation>Nom du stock dans un fichier NetCDF. Vide : lwe_thickness, tws et d'autres connus.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Months</source>
            <translation>Mois</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Filter of harmonics</source>
            <translation>Filtre des harmoniques</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>destriped_gaussian: decorrelation of Swenson and Wahr, then a Gaussian, as in the Tellus grids. DDK1 (strongest) to DDK8 need DDK_NORMALS.</source>
            <translation>destriped_gaussian : décorrélation de Swenson et Wahr, puis une gaussienne, comme dans les grilles Tellus. DDK1 (le plus fort) à DDK8 demandent DDK_NORMALS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Radius of the Gaussian (km)</source>
            <translation>Rayon de la gaussienne (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Distance at which its weight is half.</source>
            <translation>Distance à laquelle son poids est moitié.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Highest degree of harmonics</source>
            <translation>Plus haut degré des harmoniques</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Higher degrees are noise.</source>
            <translation>Les degrés supérieurs sont du bruit.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Geocentric latitudes</source>
            <translation>Latitudes géocentriques</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Take harmonics where the cells really are on the ellipsoid. Most products and tools do not.</source>
            <translation>Prend les harmoniques là où les cellules sont vraiment sur l'ellipsoïde. La plupart des produits et outils ne le font pas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Text files (*.txt);;All files (*)</source>
            <translation>Fichiers texte (*.txt);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Technical note 13: degree 1</source>
            <translation>Note technique 13 : degré 1</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Of the same centre and release.</source>
            <translation>Du même centre et de la même version.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Technical note 14: C20 and C30</source>
            <translation>Note technique 14 : C20 et C30</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>From satellite laser ranging.</source>
            <translation>De la télémétrie laser sur satellites.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Normals or matrix for DDK</source>
            <translation>Équations normales ou matrice pour DDK</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Blocks of normals (.npz), or GRACE-filter's matrix of the level (Wbd_2-120...).</source>
            <translation>Blocs d'équations normales (.npz), ou la matrice du niveau de GRACE-filter (Wbd_2-120...).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Rates of glacial isostatic adjustment</source>
            <translation>Taux d'ajustement isostatique glaciaire</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Stokes coefficients per year: lines of degree, order, C, S. Empty: nothing is taken off.</source>
            <translation>Coefficients de Stokes par an : lignes de degré, ordre, C, S. Vide : rien n'est retiré.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Apply JPL's scale factors</source>
            <translation>Appliquer les facteurs d'échelle du JPL</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>From a land model's annual cycle: not for trends.</source>
            <translation>Tirés du cycle annuel d'un modèle de surface : pas pour les tendances.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Leave the ocean out</source>
            <translation>Omettre l'océan</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>By the mask in the product, or LAND_MASK.</source>
            <translation>Selon le masque du produit, ou LAND_MASK.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Land mask</source>
            <translation>Masque des terres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/parameters.py" />
            <source>NetCDF files (*.nc *.nc4);;All files (*)</source>
            <translation>Fichiers NetCDF (*.nc *.nc4);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>CSR's mask comes in a file of its own.</source>
            <translation>Le masque du CSR vient dans un fichier à part.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Import interferograms</source>
            <translation>Importer des interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Reads a folder of unwrapped, geocoded interferograms in LiCSAR layout (as LiCSBAS downloads it, or as the COMET portal holds it) into one stack file: phase in radians (positive: away from the satellite), coherence, line-of-sight unit vectors, height and baselines. Only the unwrapped phase is compulsory. Products of HyP3 (bursts too), whatever their extents, plain GeoTIFFs named by two dates, NISAR's and ARIA's GUNW and MintPy's ifgramStack.h5 are read too.

Where GACOS delays are given (sltd.geo.tif, ztd.tif or .ztd), their difference between the two dates is removed from every interferogram, and the report shows the standard deviation before and after. Pairs that are broken, incomplete or of another size are listed and left out.

Sources: Lazecky et al. (2020) for LiCSAR; Yu et al. (2018) for GACOS.</source>
            <translation>Lit un dossier d'interférogrammes déroulés et géocodés au format LiCSAR (comme LiCSBAS les télécharge, ou comme le portail COMET les tient) dans un seul fichier pile : phase en radians (positive : s'éloignant du satellite), cohérence, vecteurs unitaires de la ligne de visée, altitude et lignes de base. Seule la phase déroulée est obligatoire. Sont lus aussi les produits HyP3 (bursts compris), quelle que soit leur étendue, de simples GeoTIFF nommés par deux dates, les GUNW de NISAR et d'ARIA et ifgramStack.h5 de MintPy.

Si des retards GACOS sont donnés (sltd.geo.tif, ztd.tif ou .ztd), leur différence entre les deux dates est retirée de chaque interférogramme, et le rapport montre l'écart-type avant et après. Les paires abîmées, incomplètes ou d'une autre taille sont énumérées et omises.

Sources : Lazecky et al. (2020) pour LiCSAR ; Yu et al. (2018) pour GACOS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Frame folder</source>
            <translation>Dossier de l'image</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Holds GEOC/ with one folder per pair, or interferograms/ and metadata/ as on the portal. Or the address of a frame on the portal, which is fetched beside the result.</source>
            <translation>Contient GEOC/ avec un dossier par paire, ou interferograms/ et metadata/ comme sur le portail. Ou l'adresse d'une image sur le portail, récupérée à côté du résultat.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Tropospheric delays per date. Empty: delays inside the frame folder are not applied either.</source>
            <translation>Retards troposphériques par date. Vide : les retards du dossier de l'image ne sont pas appliqués non plus.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Pairs without a GACOS date</source>
            <translation>Paires sans date GACOS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>mean: the mean delay of all dates stands in for the missing one, so that loops still close; keep: leave the pair uncorrected; drop: leave the pair out. The dates are listed.</source>
            <translation>mean : le retard moyen de toutes les dates remplace celui qui manque, pour que les boucles ferment encore ; keep : laisser la paire sans correction ; drop : omettre la paire. Les dates sont énumérées.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Keep the GACOS correction</source>
            <translation>Conserver la correction GACOS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>always; stack: for all or none, where the mean standard deviation falls; interferogram: where its own falls, which leaves loops that do not close; date: of dates whose interferograms get better by it, and loops close.</source>
            <translation>always : toujours ; stack : pour tous ou aucun, si la moyenne des écarts-types diminue ; interferogram : là où le sien diminue, ce qui laisse des boucles qui ne ferment pas ; date : celle des dates dont les interférogrammes y gagnent, et les boucles ferment.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Area of HyP3 products</source>
            <translation>Zone des produits HyP3</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>overlap: what all of them cover; union: what any covers, missing where a product does not reach.</source>
            <translation>overlap : ce que tous couvrent ; union : ce que l'un d'eux couvre, sans données là où un produit n'atteint pas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Subtract the ionosphere (NISAR)</source>
            <translation>Retrancher l'ionosphère (NISAR)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>The phase screen that NISAR's products carry; a message says how large it is.</source>
            <translation>L'écran de phase que portent les produits NISAR ; un message dit sa grandeur.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Of the radar, where files and names do not say it: Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</source>
            <translation>Du radar, si fichiers et noms ne la disent pas : Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Unit of the interferograms</source>
            <translation>Unité des interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>file: as the tags say (DATA_UNITS), else radians.</source>
            <translation>file : comme le disent les balises (DATA_UNITS), sinon radians.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Positive is motion</source>
            <translation>Positif signifie un mouvement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Towards the satellite or away from it: needed for interferograms that are lengths. Phase: away.</source>
            <translation>Vers le satellite ou s'éloignant de lui : nécessaire pour les interférogrammes qui sont des longueurs. Phase : s'éloignant.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Least mean coherence of a pair</source>
            <translation>Cohérence moyenne minimale d'une paire</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Pairs whose mean coherence is lower are listed and left out (0.05 as in LiCSBAS).</source>
            <translation>Les paires de cohérence moyenne plus faible sont énumérées et omises (0.05 comme dans LiCSBAS).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>What was read, what was left out and why, baselines and coherence.</source>
            <translation>Ce qui a été lu, ce qui a été omis et pourquoi, lignes de base et cohérence.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/study_report.py" />
            <source>Interferograms</source>
            <translation>Interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../core/report/import_report.py" />
            <source>Left out</source>
            <translation>Omis</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>The first date is later than the last date.</source>
            <translation>La première date est postérieure à la dernière.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Import storage</source>
            <translation>Importer le stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Reads terrestrial water storage of a land surface model (GLDAS CLSM, Noah or VIC, MERRA-2 land, ERA5-Land, FLDAS, NLDAS, LIS history files, W3RA and AWRA, or any file with time, latitude and longitude, also as GRIB and in archives) and averages it onto the EASE-Grid 2.0, conserving mass, in millimetres of water. The model's own units are read from the file.

The load beyond the study area bends the ground inside it: import at least 1000 km around the study area. GLDAS-2.2's main stream already contains GRACE and must not be compared with it: you are warned.</source>
            <translation>Lit le stock d'eau continental d'un modèle de surface (GLDAS CLSM, Noah ou VIC, MERRA-2 land, ERA5-Land, FLDAS, NLDAS, fichiers d'historique LIS, W3RA et AWRA, ou tout fichier avec temps, latitude et longitude, aussi en GRIB et en archives) et le moyenne sur l'EASE-Grid 2.0 en conservant la masse, en millimètres d'eau. Les unités du modèle sont lues dans le fichier.

La charge hors de la zone d'étude plie le sol au-dedans : importez au moins 1000 km autour de la zone. Le flux principal de GLDAS-2.2 contient déjà GRACE et ne doit pas lui être comparé : vous êtes averti.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Land-model output</source>
            <translation>Sortie du modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>NetCDF and GRIB files (*.nc *.nc4 *.grib *.grb *.zip);;All files (*)</source>
            <translation>Fichiers NetCDF et GRIB (*.nc *.nc4 *.grib *.grb *.zip);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>One file. Give Folder instead where there is one file per day or month.</source>
            <translation>Un fichier. Donnez plutôt le dossier s'il y a un fichier par jour ou par mois.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>or a folder of files</source>
            <translation>ou un dossier de fichiers</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>All NetCDF files in it, also in folders inside, are read in the order of their dates.</source>
            <translation>Tous ses fichiers NetCDF, aussi dans les sous-dossiers, sont lus dans l'ordre de leurs dates.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Name of the storage variable in the file. Empty: found by the product's conventions.</source>
            <translation>Nom de la variable de stock dans le fichier. Vide : trouvé par les conventions du produit.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Of a variable that has none in its file: mm, kg m-2, cm or m. Empty: as the file says.</source>
            <translation>D'une variable qui n'en a pas dans son fichier : mm, kg m-2, cm ou m. Vide : comme le dit le fichier.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Daily means</source>
            <translation>Moyennes journalières</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Average what lies on one day: hourly and 3-hourly files become much smaller.</source>
            <translation>Moyenne ce qui tombe sur un jour : les fichiers horaires et trihoraires deviennent bien plus petits.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Times</source>
            <translation>Temps</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Give INPUT (a file) or FOLDER (a folder of files).</source>
            <translation>Donnez INPUT (un fichier) ou FOLDER (un dossier de fichiers).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Displacement to storage without a model</source>
            <translation>Déplacement vers stock d'eau sans modèle</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Turns vertical displacement alone into maps of terrestrial water storage: frames of InSAR (absolute, tied or relative), GNSS stations, and GRACE at its own scale on demand. No land model is used, so that the result is an independent witness beside the assimilation.

Storage is a random field with two scales whose sizes and length are estimated by restricted likelihood (ABIC); what a relative frame leaves free stays free. Every map comes with its standard deviation, and the report says in words what the data resolve: often the mean of the region and scales of some hundred kilometres, never the size of the cells. The classic Laplacian with cross-validation is the second method.

Load around the window passes for water inside where BACKGROUND is missing: the mean then comes out 1.2 to 2 times too large, and no misfit shows it.

Source: Argus et al. (2014), doi 10.1002/2014GL059570; Yabuki and Matsu'ura (1992); Rasmussen and Williams (2006).</source>
            <translation>Convertit le seul déplacement vertical en cartes de stock d'eau continental : images InSAR (absolues, rattachées ou relatives), stations GNSS et, sur demande, GRACE à sa propre échelle. Aucun modèle de surface n'est utilisé, de sorte que le résultat est un témoin indépendant à côté de l'assimilation.

Le stock est un champ aléatoire à deux échelles dont les tailles et la longueur sont estimées par vraisemblance restreinte (ABIC) ; ce qu'une image relative laisse libre reste libre. Chaque carte vient avec son écart-type, et le rapport dit en mots ce que les données résolvent : souvent la moyenne de la région et des échelles de quelques centaines de kilomètres, jamais la taille des cellules. Le laplacien classique avec validation croisée est la seconde méthode.

La charge autour de la fenêtre passe pour de l'eau au-dedans si BACKGROUND manque : la moyenne est alors de 1.2 à 2 fois trop grande, et aucun résidu ne le montre.

Source : Argus et al. (2014), doi 10.1002/2014GL059570 ; Yabuki et Matsu'ura (1992) ; Rasmussen et Williams (2006).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Gridded vertical displacement from Line of sight to vertical. Optional where stations are given.</source>
            <translation>Déplacement vertical sur grille de Ligne de visée vers vertical. Facultatif si des stations sont données.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Storage around the window</source>
            <translation>Stock d'eau autour de la fenêtre</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Its displacement is subtracted, without what lies inside. It should reach 1000 km beyond the data.</source>
            <translation>Son déplacement est retranché, sans ce qui est au-dedans. Il devrait s'étendre à 1000 km au-delà des données.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Whose mean is wanted. Empty: the hull of the data.</source>
            <translation>Dont la moyenne est voulue. Vide : l'enveloppe des données.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Grid</source>
            <translation>Grille</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>EASE-Grid 2.0 of the cells: that of the frames. It is not the resolution.</source>
            <translation>EASE-Grid 2.0 des cellules : celle des images. Ce n'est pas la résolution.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Buffer (km)</source>
            <translation>Marge (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>How far cells with storage reach beyond region and data.</source>
            <translation>Jusqu'où les cellules avec stock s'étendent au-delà de la région et des données.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Polygons or rasters (*.*)</source>
            <translation>Polygones ou rasters (*.*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Polygons, or a raster with positive values on land. Sea cells carry no water. Empty: from BACKGROUND.</source>
            <translation>Polygones, ou un raster à valeurs positives sur terre. Les cellules de mer ne portent pas d'eau. Vide : de BACKGROUND.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Storage from Import GRACE, used as data under its footprint. The result cannot then be held by it.</source>
            <translation>Stock de Importer GRACE, utilisé comme donnée sous son empreinte. Le résultat ne peut alors plus lui être confronté.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Error of GRACE (mm)</source>
            <translation>Erreur de GRACE (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Standard deviation of a month under a footprint. Empty: the product's own, or 15 mm.</source>
            <translation>Écart type d'un mois sous une empreinte. Vide : celui du produit, ou 15 mm.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Footprint of GRACE (km)</source>
            <translation>Empreinte de GRACE (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Size of the blocks that are taken of GRACE, and its Gaussian where the file does not say its filter.</source>
            <translation>Taille des blocs pris dans GRACE, et sa gaussienne lorsque le fichier n'indique pas son filtre.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Origin of degree 1. GNSS: CF. CM differs by up to a fifth under loads of 1500 km.</source>
            <translation>Origine du degré 1. GNSS : CF. CM diffère jusqu'à un cinquième sous des charges de 1500 km.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Maps, standard deviations, resolution, misfits.</source>
            <translation>Cartes, écarts-types, résolution, résidus.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Stations and frames</source>
            <translation>Stations et images</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>One row for each, how it is met.</source>
            <translation>Une ligne pour chacune : comment elle est ajustée.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>What the data resolve, maps, likelihood, misfits.</source>
            <translation>Ce que les données résolvent, cartes, vraisemblance, résidus.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Invert interferograms</source>
            <translation>Inverser les interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Solves the network of interferograms for the displacement at every date by (weighted) least squares, pixel by pixel: millimetres in the line of sight, positive towards the satellite, relative to the reference area and to the first date. Where a pixel's network falls apart, the parts are tied by the model chosen under Gaps. Also gives velocity, annual terms, residuals, temporal coherence and the number of gaps.

Sources: Berardino et al. (2002); the gap constraint is the limit of NSBAS (Lopez-Quiroz et al. 2009).</source>
            <translation>Résout le réseau d'interférogrammes en déplacement à chaque date par moindres carrés (pondérés), pixel par pixel : millimètres dans la ligne de visée, positifs vers le satellite, relatifs à la zone de référence et à la première date. Là où le réseau d'un pixel se scinde, les parties sont liées par le modèle choisi sous Lacunes. Donne aussi vitesse, termes annuels, résidus, cohérence temporelle et nombre de lacunes.

Sources : Berardino et al. (2002) ; la contrainte des lacunes est la limite de NSBAS (Lopez-Quiroz et al. 2009).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>From Check interferograms; an unchecked stack works too, with an automatic reference area.</source>
            <translation>De Contrôler les interférogrammes ; une pile non contrôlée convient aussi, avec zone de référence automatique.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Weights</source>
            <translation>Poids</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>coherence: by the phase variance that coherence implies; uniform: all pairs alike.</source>
            <translation>coherence : par la variance de phase que la cohérence implique ; uniform : toutes les paires de même.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Gaps</source>
            <translation>Lacunes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>How unconnected parts of a network are tied: linear motion, linear and annual motion, or not at all (dates that are not connected to the first stay empty).</source>
            <translation>Comment lier les parties disjointes d'un réseau : mouvement linéaire, linéaire et annuel, ou pas du tout (les dates non liées à la première restent vides).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../ui/dock_memory.py" />
            <source>Steps</source>
            <translation>Sauts</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Dates of earthquakes such as 2016-05-18, separated by blanks: the fit gets a step at each.</source>
            <translation>Dates de séismes telles que 2016-05-18, séparées par des espaces : l'ajustement reçoit un saut à chacune.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Semi-annual term</source>
            <translation>Terme semi-annuel</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit a semi-annual beside the annual motion.</source>
            <translation>Ajuste un mouvement semi-annuel à côté de l'annuel.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of every date</source>
            <translation>Écart-type de chaque date</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Write the formal standard deviation of the displacement at every date: twice the size of file.</source>
            <translation>Écrit l'écart-type formel du déplacement à chaque date : deux fois la taille du fichier.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Bootstrap samples</source>
            <translation>Échantillons bootstrap</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the velocity by drawing the dates again so often, such as 100; 0: none.</source>
            <translation>Écart-type de la vitesse en retirant au sort les dates autant de fois, par exemple 100 ; 0 : aucun.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove a ramp</source>
            <translation>Retirer une rampe</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit a plane or a quadratic surface to every date and remove it: orbits and atmosphere, but also the motion that regional loads such as water cause. Leave it at none on the way to water storage.</source>
            <translation>Ajuste un plan ou une surface quadratique à chaque date et le retire : orbites et atmosphère, mais aussi le mouvement que causent des charges régionales comme l'eau. Laissez none en vue du stock d'eau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove what grows with height</source>
            <translation>Retirer ce qui croît avec l'altitude</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit and remove a term proportional to height at every date. The same caution as for the ramp.</source>
            <translation>Ajuste et retire à chaque date un terme proportionnel à l'altitude. Même prudence que pour la rampe.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Mask by noise indices</source>
            <translation>Masquer par indices de bruit</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Mask pixels by the nine noise indices of LiCSBAS (coherence, interferograms, velocity error, longest part, gaps, consistency with the neighbours, pairs without loop, loop errors, residuals). Each is a layer of the file; what each removes is listed. Limits that would mask every pixel are not applied.</source>
            <translation>Masque les pixels par les neuf indices de bruit de LiCSBAS (cohérence, interférogrammes, erreur de vitesse, plus longue partie, lacunes, accord avec les voisins, paires sans boucle, erreurs de boucle, résidus). Chacun est une couche du fichier ; ce que chacun retire est énuméré. Les limites qui masqueraient tous les pixels ne sont pas appliquées.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Bound for the blocks of pixels that are solved together (ramps and filter need some 220 MB at 155 dates whatever it is). The result does not depend on it.</source>
            <translation>Limite des blocs de pixels résolus ensemble (rampes et filtre demandent de toute façon environ 220 Mo pour 155 dates). Le résultat n'en dépend pas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Dask scheduler</source>
            <translation>Ordonnanceur Dask</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Address such as tcp://host:8786 to compute on a cluster. Empty: this computer.</source>
            <translation>Adresse telle que tcp://host:8786 pour calculer sur une grappe. Vide : cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../core/report/displacement_report.py" />
            <location filename="../core/report/inversion_motion.py" />
            <source>Velocity</source>
            <translation>Vitesse</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Line-of-sight velocity in mm/yr as GeoTIFF.</source>
            <translation>Vitesse dans la ligne de visée en mm/an, en GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Velocity, quality and gaps as maps and histograms; what each mask removes.</source>
            <translation>Vitesse, qualité et lacunes en cartes et histogrammes ; ce que chaque masque retire.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove plate motion</source>
            <translation>Retirer le mouvement de plaque</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the motion of a rigid plate (ITRF2020-PMM, Altamimi et al. 2023): a slope of some mm/yr over the frame, because the incidence changes over it. Off by default: near a plate's edge the ground moves otherwise. Needs the E, N and U rasters.</source>
            <translation>Retire le mouvement d'une plaque rigide (ITRF2020-PMM, Altamimi et al. 2023) : une pente de quelques mm/an sur l'image, car l'incidence y varie. Désactivé par défaut : près du bord d'une plaque, le sol se meut autrement. Exige les rasters E, N et U.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove solid-earth tides</source>
            <translation>Retirer les marées terrestres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the tide of the solid Earth (IERS Conventions 2010): up to some 30 mm over a frame, and as satellites pass at the same hour 3 or 4 mm of it look like a yearly load. Off by default: some processors have removed it already, and twice would be wrong. Needs the time of day in metadata.txt (center_time).</source>
            <translation>Retire la marée de la Terre solide (Conventions IERS 2010) : jusqu'à une trentaine de mm sur une image, et comme les satellites passent à la même heure, 3 ou 4 mm en paraissent une charge annuelle. Désactivé par défaut : certains logiciels l'ont déjà retirée, et deux fois serait faux. Exige l'heure dans metadata.txt (center_time).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove errors of the heights</source>
            <translation>Retirer les erreurs des altitudes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit what follows the perpendicular baseline of the dates, together with trend and season, to each pixel, and remove it: a wrong height of the ground. For L band and Envisat with baselines of hundreds of metres; Sentinel-1's are too short to matter. Needs the frame's baselines file.</source>
            <translation>Ajuste à chaque pixel, avec la tendance et la saison, ce qui suit la base perpendiculaire des dates et le retire : une altitude fausse du terrain. Pour la bande L et Envisat avec des bases de centaines de mètres ; celles de Sentinel-1 sont trop courtes pour compter. Demande le fichier des bases de la scène.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove phase bias</source>
            <translation>Retirer le biais de phase</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the bias of short interferograms that the check found from loops of different lengths, with the longest of these lengths taken as free of it. The check says how much it adds to the velocity.</source>
            <translation>Retire le biais des interférogrammes courts que la vérification a trouvé par des boucles de longueurs différentes, la plus grande de ces longueurs étant prise comme exempte de biais. La vérification dit combien il ajoute à la vitesse.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Spatio-temporal filter</source>
            <translation>Filtre spatio-temporel</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove what is smooth in space and changes fast in time: atmosphere, but also the fast part of the motion that regional loads such as water cause. Leave it off on the way to water storage.</source>
            <translation>Retire ce qui est lisse dans l'espace et change vite dans le temps : l'atmosphère, mais aussi la part rapide du mouvement dû à des charges régionales comme l'eau. Laissez-le désactivé sur le chemin du stock d'eau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Width of the filter in time (days)</source>
            <translation>Largeur du filtre dans le temps (jours)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the Gaussian weights; 0: three mean intervals between dates, as in LiCSBAS.</source>
            <translation>Écart-type des poids gaussiens ; 0 : trois intervalles moyens entre dates, comme dans LiCSBAS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Width of the filter in space (km)</source>
            <translation>Largeur du filtre dans l'espace (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the Gaussian weights.</source>
            <translation>Écart-type des poids gaussiens.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Line-of-sight velocity</source>
            <translation>Vitesse dans la ligne de visée</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <location filename="../core/report/response_report.py" />
            <source>Load response of a disk</source>
            <translation>Réponse à la charge d'un disque</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Vertical and horizontal displacement of an elastic, layered Earth under a disk of water one metre deep, against distance from its centre: table and figure (Fig. 5 of the paper), with the range that the crust may change: some 15 % near the disk, little beyond 100 km.

Source: Farrell (1972) with the disk of Chen et al. (2022), eq. 4 to 6, including the factor of water density that eq. 4 omits; load Love numbers integrated for PREM (Dziewonski and Anderson 1981).</source>
            <translation>Déplacement vertical et horizontal d'une Terre élastique et stratifiée sous un disque d'eau d'un mètre, selon la distance à son centre : tableau et figure (Fig. 5 de l'article), avec la marge que la croûte peut changer : environ 15 % près du disque, peu au-delà de 100 km.

Source : Farrell (1972) avec le disque de Chen et al. (2022), éq. 4 à 6, y compris le facteur de densité de l'eau que l'éq. 4 omet ; nombres de Love de charge intégrés pour PREM (Dziewonski et Anderson 1981).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Radius of the disk (km)</source>
            <translation>Rayon du disque (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>The paper takes 14 km for a cell of 25 km; 14.12 km has the cell's area.</source>
            <translation>L'article prend 14 km pour une cellule de 25 km ; 14.12 km a l'aire de la cellule.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Origin of degree 1. It matters for large disks and far away only.</source>
            <translation>Origine du degré 1. N'importe que pour de grands disques et au loin.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Keep degree 0</source>
            <translation>Garder le degré 0</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Compress the whole Earth under the mean of the load, which water that only moves about does not.</source>
            <translation>Comprime toute la Terre sous la moyenne de la charge, ce que ne fait pas l'eau qui ne fait que se déplacer.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Compensated disk</source>
            <translation>Disque compensé</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Take the disk's water from the rest of the sphere.</source>
            <translation>Prend l'eau du disque au reste de la sphère.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Response table</source>
            <translation>Tableau de la réponse</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Columns distance_km, vertical_mm, horizontal_mm, and the range over crusts.</source>
            <translation>Colonnes distance_km, vertical_mm, horizontal_mm, et la marge entre croûtes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Figure and table.</source>
            <translation>Figure et tableau.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Displacement at the centre (mm)</source>
            <translation>Déplacement au centre (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Displacement at the edge (mm)</source>
            <translation>Déplacement au bord (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Line of sight to vertical</source>
            <translation>Ligne de visée vers vertical</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Converts line-of-sight to vertical displacement, assuming that the ground moves only up and down: (d_los + U_ref (up_ref(t) - up_ref(t0))) / U, where U is the upward component of the line of sight.

Interferograms know no absolute motion. Give the vertical motion of the reference area (a GNSS station there) as Reference series, and the result is absolute; without it the motion common to the whole frame, which is most of what water load does, is missing, and an assimilation can gain next to nothing.

Source: Chen et al. (2022), eq. 1, with the incidence of each pixel instead of one mean angle, which is wrong by up to 11 % at the edges of a frame.</source>
            <translation>Convertit le déplacement dans la ligne de visée en vertical, en supposant que le sol ne fait que monter et descendre : (d_los + U_ref (up_ref(t) - up_ref(t0))) / U, où U est la composante vers le haut de la ligne de visée.

Les interférogrammes ne connaissent pas le mouvement absolu. Donnez le mouvement vertical de la zone de référence (une station GNSS) comme série de référence, et le résultat est absolu ; sans elle manque le mouvement commun à toute l'image, qui est l'essentiel de l'effet de la charge d'eau, et une assimilation ne peut presque rien gagner.

Source : Chen et al. (2022), éq. 1, avec l'incidence de chaque pixel au lieu d'un angle moyen, faux de 11 % jusqu'aux bords d'une image.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/place.py" />
            <location filename="../core/report/study_displacement.py" />
            <source>Displacement</source>
            <translation>Déplacement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>A displacement series or gridded displacement, in the line of sight.</source>
            <translation>Une série de déplacement ou un déplacement sur grille, dans la ligne de visée.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Mean incidence angle (degrees)</source>
            <translation>Angle d'incidence moyen (degrés)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Empty: the angle of every pixel (the default). The paper uses one mean angle for the frame.</source>
            <translation>Vide : l'angle de chaque pixel (par défaut). L'article utilise un angle moyen pour l'image.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Reference series</source>
            <translation>Série de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Tables and stations (*.csv *.nc *.tenv3 *.pos);;All files (*)</source>
            <translation>Tableaux et stations (*.csv *.nc *.tenv3 *.pos);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Table date,up_mm: vertical motion of the reference area, interpolated between dates; or the series of a station in any format that Import GNSS series reads. Or the stations of Import GNSS series (.nc), of which the nearest to the reference area is taken.</source>
            <translation>Tableau date,up_mm : mouvement vertical de la zone de référence, interpolé entre les dates ; ou la série d'une station dans tout format que lit Importer des séries GNSS. Ou les stations de Importer des séries GNSS (.nc), dont la plus proche de la zone de référence est prise.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations (*.nc);;All files (*)</source>
            <translation>Stations (*.nc);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations of Import GNSS series: all of them inside the frame tie it, by a constant per date and, from five stations on, a plane. Instead of the reference series.</source>
            <translation>Stations de Importer des séries GNSS : toutes celles qui sont dans l'image la rattachent, par une constante par date et, à partir de cinq stations, un plan. À la place de la série de référence.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>the reference series</source>
            <translation>la série de référence</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Mask and downsample displacement</source>
            <translation>Masquer et sous-échantillonner le déplacement</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Leaves out pixels whose line-of-sight velocity is too fast to be water load (subsidence, landslides, tectonics) and averages the others, date by date, over the cells of the EASE-Grid 2.0. Keeps the number of pixels and their standard deviation in every cell.

Velocity is relative to the reference area: another reference masks other pixels.

Source: Chen et al. (2022), section II.C; Brodzik et al. (2012) for the grid.</source>
            <translation>Omet les pixels dont la vitesse dans la ligne de visée est trop rapide pour une charge d'eau (subsidence, glissements, tectonique) et moyenne les autres, date par date, sur les cellules de l'EASE-Grid 2.0. Garde le nombre de pixels et leur écart-type dans chaque cellule.

La vitesse est relative à la zone de référence : une autre référence masque d'autres pixels.

Source : Chen et al. (2022), section II.C ; Brodzik et al. (2012) pour la grille.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Fastest motion kept (mm/yr)</source>
            <translation>Mouvement le plus rapide gardé (mm/an)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Absolute line-of-sight velocity above which a pixel is left out (5 mm/yr in the paper).</source>
            <translation>Vitesse absolue dans la ligne de visée au-delà de laquelle un pixel est omis (5 mm/an dans l'article).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Global cylindrical grid of 25, 36 or 9 km.</source>
            <translation>Grille cylindrique mondiale de 25, 36 ou 9 km.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Least part of valid pixels</source>
            <translation>Part minimale de pixels valides</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Cells with a smaller part of usable pixels, among the frame's pixels in the cell, stay empty.</source>
            <translation>Restent vides les cellules à moindre part de pixels utilisables, parmi les pixels de l'image dans la cellule.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Least points in a cell</source>
            <translation>Minimum de points dans une cellule</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Of a file of points: cells with fewer at a date stay empty.</source>
            <translation>D'un fichier de points : les cellules qui en ont moins à une date restent vides.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Gridded displacement</source>
            <translation>Déplacement sur grille</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>What the mask leaves out, how that depends on the reference, and the cells.</source>
            <translation>Ce que le masque écarte, comment cela dépend de la référence, et les cellules.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Cells with data</source>
            <translation>Cellules avec données</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Run the land model</source>
            <translation>Exécuter le modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Computes terrestrial water storage from weather by an independent implementation of the Catchment model equations, verified against NASA LISF F2.5 numbers: soil water, snow, energy balance and frozen ground in half-hourly steps, day by day. Perturbations of weather and states make the ensemble that the assimilation needs.

Weather comes as Groundswell's own files, with CF names, as GLDAS-2.1, ERA5-Land, ERA5, MERRA-2 or FLUXNET, also in archives and as GRIB; what it means is read from the files, and it is checked against what is plausible before the run. Parameters come as Groundswell's own, GEOS or LDT files. The first year is run through until storage is steady.

Sources: Koster et al. (2000), Ducharne et al. (2000).</source>
            <translation>Calcule le stock d'eau continental à partir de la météo par une mise en œuvre indépendante des équations du modèle Catchment, vérifiée sur les nombres de LISF F2.5 de la NASA : eau du sol, neige, bilan d'énergie et sol gelé par pas d'une demi-heure, jour après jour. Des perturbations de la météo et des états font l'ensemble dont l'assimilation a besoin.

La météo vient de fichiers propres à Groundswell, à noms CF, de GLDAS-2.1, ERA5-Land, ERA5, MERRA-2 ou FLUXNET, aussi en archives et en GRIB ; ce qu'elle signifie est lu dans les fichiers, et elle est confrontée avant le calcul à ce qui est plausible. Les paramètres viennent de fichiers propres, de GEOS ou de LDT. La première année est répétée jusqu'à ce que le stock soit stable.

Sources : Koster et al. (2000), Ducharne et al. (2000).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../core/report/catchment_report.py" />
            <source>Perturbations</source>
            <translation>Perturbations</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>paper: catchment deficit and snow; geos: weather and states as in NASA's systems; none: a single run.</source>
            <translation>paper : déficit du bassin et neige ; geos : météo et états comme dans les systèmes de la NASA ; none : un seul calcul.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Members</source>
            <translation>Membres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Size of the ensemble (24 in the paper).</source>
            <translation>Taille de l'ensemble (24 dans l'article).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Changes to the perturbations</source>
            <translation>Changements des perturbations</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Numbers of the preset to change, such as catdef.std=0.2, Precip.hours=48. States are per hour.</source>
            <translation>Nombres du réglage à changer, comme catdef.std=0.2, Precip.hours=48. Les états sont par heure.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Remove the shift of the mean</source>
            <translation>Retirer le décalage de la moyenne</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Take off the members what perturbations shift their mean against the unperturbed run.</source>
            <translation>Retire des membres ce dont les perturbations décalent leur moyenne par rapport au calcul non perturbé.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>The same seed gives the same ensemble, bit for bit, whatever the number of workers.</source>
            <translation>La même graine donne le même ensemble, bit à bit, quel que soit le nombre de fils.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Impossible weather</source>
            <translation>Météo impossible</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>What to do where the weather cannot be that of the columns' place, as Check weather shows it.</source>
            <translation>Que faire là où la météo ne peut être celle du lieu des colonnes, comme le montre Vérifier la météo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Restart file</source>
            <translation>Fichier de reprise</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Of an earlier run, to go on from its last day with the same members, seed and perturbations.</source>
            <translation>D'un calcul antérieur, pour continuer depuis son dernier jour avec les mêmes membres, graine et perturbations.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Equilibrium of an earlier run</source>
            <translation>Équilibre d'une exécution antérieure</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>What spin-up found for the same columns and weather, to begin with at once. One of other columns, weather or first day is refused.</source>
            <translation>Ce que la mise en équilibre a trouvé pour les mêmes colonnes et la même météo, pour commencer aussitôt. Celui d'autres colonnes, d'une autre météo ou d'un autre premier jour est refusé.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Address such as tcp://host:8786, to compute on a cluster. Empty: on this computer.</source>
            <translation>Adresse telle que tcp://host:8786, pour calculer sur une grappe. Vide : sur cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Restart file of this run</source>
            <translation>Fichier de reprise de ce calcul</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>State at the end, to go on from.</source>
            <translation>État à la fin, d'où continuer.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Equilibrium of this run</source>
            <translation>Équilibre de cette exécution</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>State that spin-up found, for later runs with other members or perturbations.</source>
            <translation>État trouvé par la mise en équilibre, pour des exécutions ultérieures avec d'autres membres ou perturbations.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Storage by store, fluxes, budgets, perturbations and parameters.</source>
            <translation>Stock par réservoir, flux, bilans, perturbations et paramètres.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Days</source>
            <translation>Jours</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Change of storage in the last year of spin-up (mm)</source>
            <translation>Changement du stock la dernière année de mise en équilibre (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Shift of the ensemble mean (mm)</source>
            <translation>Décalage de la moyenne de l'ensemble (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Largest residual of the water budget of a step (mm)</source>
            <translation>Plus grand résidu du bilan d'eau d'un pas (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Report on a study</source>
            <translation>Rapport sur une étude</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Writes one self-contained page with every figure and table that the paper has, for your own data: network, displacement before and after the mask, velocity, series at points, load response, errors assumed, innovations, storage with GRACE, maps of R and ubRMSD; then methods, parameters of every step and versions. Warnings stand first. It prints well.

Give what you have: sections whose files are missing are left out.</source>
            <translation>Écrit une page autonome avec toutes les figures et tous les tableaux de l'article, pour vos propres données : réseau, déplacement avant et après le masque, vitesse, séries en des points, réponse à la charge, erreurs supposées, innovations, stock avec GRACE, cartes de R et d'ubRMSD ; puis méthodes, paramètres de chaque étape et versions. Les avertissements viennent d'abord. Elle s'imprime bien.

Donnez ce que vous avez : les sections dont les fichiers manquent sont omises.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Of the study, such as its region.</source>
            <translation>De l'étude, comme sa région.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Check interferograms: network and quality.</source>
            <translation>De Contrôler les interférogrammes : réseau et qualité.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Invert interferograms: velocity and series at points.</source>
            <translation>De Inverser les interférogrammes : vitesse et séries en des points.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Mask and downsample displacement: the map after it.</source>
            <translation>De Masquer et sous-échantillonner le déplacement : la carte qui en résulte.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Line of sight to vertical: what it is relative to.</source>
            <translation>De Ligne de visée vers vertical : à quoi il est relatif.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Run the land model or Import storage: perturbations of the ensemble.</source>
            <translation>De Exécuter le modèle de surface ou Importer le stock d'eau : perturbations de l'ensemble.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Assimilate displacement: storage and innovations.</source>
            <translation>De Assimiler le déplacement : stock et innovations.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Inversion</source>
            <translation>Inversion</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Displacement to storage without a model: beside the analysis.</source>
            <translation>De Déplacement vers stock d'eau sans modèle : à côté de l'analyse.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Import GRACE: drawn with the analysis.</source>
            <translation>De Importer GRACE : tracé avec l'analyse.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Maps of the comparison</source>
            <translation>Cartes de la comparaison</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Compare with GRACE: maps of R and ubRMSD.</source>
            <translation>De Comparer à GRACE : cartes de R et d'ubRMSD.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Table of the comparison</source>
            <translation>Tableau de la comparaison</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Compare with GRACE: R and ubRMSD by period.</source>
            <translation>De Comparer à GRACE : R et ubRMSD par période.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Table of observation errors</source>
            <translation>Tableau des erreurs d'observation</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Tune the observation error: innovations by error.</source>
            <translation>De Régler l'erreur d'observation : innovations par erreur.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Tables (*.csv);;All files (*)</source>
            <translation>Tableaux (*.csv);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>The page, with all its figures inside.</source>
            <translation>La page, avec toutes ses figures.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Tune the observation error</source>
            <translation>Régler l'erreur d'observation</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Runs the assimilation once for each assumed error of the vertical displacement, with the same members and draws, and lists the normalized innovations: where the error is right, their pooled standard deviation is 1 and their mean 0. The paper's Fig. 8 shows the mean over the area instead, whose standard deviation is below 1 even then; both are given, with what is expected of it. A warning tells where the innovations of the cells move together, which a filter of independent cells takes for signal.

The report also has the most likely error, Desroziers' estimates, spread and skill, the variogram of the innovations (length of the atmosphere's errors) and the ranks of the observations among the members.

With stations beside the displacement, the errors tried are the displacement's; with stations alone, theirs. With weather and parameters, the land model runs once, without observations; its members are then corrected for each error as those of a storage file are, by corrections that fade with the error memory, instead of running the model again for each.

Source: Chen et al. (2022), section III.B, eq. 9; Desroziers et al. (2005).</source>
            <translation>Exécute l'assimilation une fois pour chaque erreur supposée du déplacement vertical, avec les mêmes membres et tirages, et énumère les innovations normalisées : là où l'erreur est juste, leur écart-type global est 1 et leur moyenne 0. La Fig. 8 de l'article montre plutôt la moyenne de la zone, dont l'écart-type est inférieur à 1 même alors ; les deux sont donnés, avec ce qui en est attendu. Un avertissement dit où les innovations des cellules varient ensemble, ce qu'un filtre de cellules indépendantes prend pour du signal.

Le rapport donne aussi l'erreur la plus probable, les estimations de Desroziers, dispersion et justesse, le variogramme des innovations (longueur des erreurs de l'atmosphère) et les rangs des observations parmi les membres.

Avec des stations à côté du déplacement, les erreurs essayées sont celles du déplacement ; avec des stations seules, les leurs. Avec météo et paramètres, le modèle de surface tourne une fois, sans observations ; ses membres sont ensuite corrigés pour chaque erreur comme ceux d’un fichier de stock, par des corrections qui s’effacent avec la mémoire de l’erreur, au lieu de faire tourner le modèle à chaque fois.

Source : Chen et al. (2022), section III.B, éq. 9 ; Desroziers et al. (2005).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Observation errors (mm)</source>
            <translation>Erreurs d'observation (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Ascending, separated by commas (7 to 12 mm in the paper).</source>
            <translation>Croissantes, séparées par des virgules (7 à 12 mm dans l'article).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>One row for each error.</source>
            <translation>Une ligne par erreur.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Figure, estimates and variogram.</source>
            <translation>Figure, estimations et variogramme.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Error with unit innovations (mm)</source>
            <translation>Erreur à innovations unité (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Most likely error (mm)</source>
            <translation>Erreur la plus probable (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Length of the innovations' variogram (km)</source>
            <translation>Longueur du variogramme des innovations (km)</translation>
        </message>
        <message>
            <location filename="../processing/base.py" />
            <source>{step}{given} needs more memory than there is. Give a smaller area or period, or fewer members.</source>
            <translation>{step}{given} exige plus de mémoire qu'il n'y en a. Donnez une zone ou une période plus petite, ou moins de membres.</translation>
        </message>
        <message>
            <location filename="../processing/base.py" />
            <source>{step}{given} could not be finished: one of the files holds something that was not foreseen. The details are in View &gt; Panels &gt; Log Messages, tab {tag}: please report them.</source>
            <translation>{step}{given} n'a pas pu être terminé : un des fichiers contient quelque chose d'imprévu. Les détails sont dans Vue &gt; Panneaux &gt; Journal des messages, onglet {tag} : merci de les signaler.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Storage of GRACE as data</source>
            <translation>Stock de GRACE comme donnée</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Storage from Import GRACE, used as data with its own footprint and errors.</source>
            <translation>Stock de Importer GRACE, utilisé comme donnée avec son empreinte et ses erreurs propres.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Polygons whose mean storage is judged. Empty: the hull of the data.</source>
            <translation>Polygones dont le stock moyen est jugé. Vide : l'enveloppe des données.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Withhold every n-th month of GRACE</source>
            <translation>Retenir à part un mois de GRACE sur n</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>These months judge the analysis by a solution without them; the output uses all. 0: none.</source>
            <translation>Ces mois jugent l'analyse par une solution sans eux ; la sortie les utilise tous. 0 : aucun.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Stations not to be used</source>
            <translation>Stations à ne pas utiliser</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>auto: stations that contradict all others are left out and named; or names, separated by commas.</source>
            <translation>auto : les stations qui contredisent toutes les autres sont omises et nommées ; ou des noms, séparés par des virgules.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Use data that fail the season check</source>
            <translation>Utiliser les données qui échouent au contrôle de la saison</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Data whose season is no season of water (sign, unit, dates) are left out unless this is on.</source>
            <translation>Les données dont la saison n'est pas une saison de l'eau (signe, unité, dates) sont omises sauf si ceci est activé.</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Interferograms to vertical displacement</source>
            <translation>Des interférogrammes au déplacement vertical</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Interferograms and modelled storage to water storage</source>
            <translation>Des interférogrammes et du stock modélisé au stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Displacement and weather to water storage</source>
            <translation>Du déplacement et de la météo au stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Found from the data</source>
            <translation>Trouvé à partir des données</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the file says</source>
            <translation>Comme le dit le fichier</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>9 km</source>
            <translation>9 km</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>25 km</source>
            <translation>25 km</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>36 km</source>
            <translation>36 km</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Millimetres</source>
            <translation>Millimètres</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centimetres</source>
            <translation>Centimètres</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Metres</source>
            <translation>Mètres</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Radians of phase</source>
            <translation>Radians de phase</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Kilograms per square metre</source>
            <translation>Kilogrammes par mètre carré</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Towards the satellite</source>
            <translation>Vers le satellite</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Away from the satellite</source>
            <translation>En s'éloignant du satellite</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Absolute: nothing common to all cells is in error</source>
            <translation>Absolu : aucune erreur commune à toutes les mailles</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Tied to GNSS</source>
            <translation>Rattaché au GNSS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Relative to an area of unknown motion</source>
            <translation>Relatif à une zone de mouvement inconnu</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Preliminary reference Earth model</source>
            <translation>Modèle de Terre de référence préliminaire (PREM)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Travel-time model of 1995</source>
            <translation>Modèle de temps de trajet de 1995 (ak135)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with a soft upper crust</source>
            <translation>PREM avec une croûte supérieure molle</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with hard rock to the surface</source>
            <translation>PREM avec de la roche dure jusqu'à la surface</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with a continental crust</source>
            <translation>PREM avec une croûte continentale</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with sediments on top</source>
            <translation>PREM avec des sédiments au-dessus</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of the solid Earth</source>
            <translation>Centre de la Terre solide</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of mass of the Earth with its water</source>
            <translation>Centre de masse de la Terre avec son eau</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of figure, as GNSS</source>
            <translation>Centre de figure, comme le GNSS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of horizontal figure</source>
            <translation>Centre de figure horizontale</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of lateral figure</source>
            <translation>Centre de figure latérale</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Interferograms and delays</source>
            <translation>Interférogrammes et retards</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Interferograms only</source>
            <translation>Interférogrammes seulement</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>GACOS delays only</source>
            <translation>Retards GACOS seulement</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>The mean delay stands in</source>
            <translation>Le retard moyen le remplace</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Keep the pair uncorrected</source>
            <translation>Garder la paire sans correction</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Leave the pair out</source>
            <translation>Écarter la paire</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Always</source>
            <translation>Toujours</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For all pairs or none</source>
            <translation>Pour toutes les paires ou aucune</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For each pair that it makes calmer</source>
            <translation>Pour chaque paire que cela rend plus calme</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For each date whose pairs it makes calmer</source>
            <translation>Pour chaque date dont cela rend les paires plus calmes</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>What all products cover</source>
            <translation>Ce que couvrent tous les produits</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>What any product covers</source>
            <translation>Ce que couvre au moins un produit</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By coherence</source>
            <translation>Selon la cohérence</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>All pairs alike</source>
            <translation>Toutes les paires de même</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Motion at a constant rate</source>
            <translation>Mouvement à vitesse constante</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Constant rate and a yearly wave</source>
            <translation>Vitesse constante et onde annuelle</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Leave gaps open</source>
            <translation>Laisser les lacunes ouvertes</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>No</source>
            <translation>Non</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A plane a date</source>
            <translation>Un plan par date</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A curved surface a date</source>
            <translation>Une surface courbe par date</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Amur</source>
            <translation>Amour</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Antarctica</source>
            <translation>Antarctique</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Arabia</source>
            <translation>Arabie</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Australia</source>
            <translation>Australie</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Caribbean</source>
            <translation>Caraïbes</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Eurasia</source>
            <translation>Eurasie</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>India</source>
            <translation>Inde</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nazca</source>
            <translation>Nazca</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>North America</source>
            <translation>Amérique du Nord</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nubia (Africa)</source>
            <translation>Nubie (Afrique)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Pacific</source>
            <translation>Pacifique</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>South America</source>
            <translation>Amérique du Sud</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Somalia</source>
            <translation>Somalie</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Line of sight</source>
            <translation>Ligne de visée</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Vertical</source>
            <translation>Vertical</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>East</source>
            <translation>Est</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Small, for learning</source>
            <translation>Petite, pour apprendre</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As large as in Chen et al. (2022)</source>
            <translation>Aussi grande que dans Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Small, with the Catchment model as truth</source>
            <translation>Petite, avec le modèle Catchment pour vérité</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season is too large and early</source>
            <translation>Sa saison est trop grande et en avance</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Only spells of its own</source>
            <translation>Seulement des épisodes qui lui sont propres</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season is too small and late</source>
            <translation>Sa saison est trop petite et en retard</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season, from place to place</source>
            <translation>Sa saison, selon le lieu</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Wrong years</source>
            <translation>Des années fausses</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A trend that it lacks</source>
            <translation>Une tendance qui lui manque</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Rain of half a year</source>
            <translation>La pluie d'une demi-année</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nothing much, but stations have yearly errors</source>
            <translation>Presque rien, mais les stations ont des erreurs annuelles</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season, and frames have planes</source>
            <translation>Sa saison, et les cadres ont des plans</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Soils and rain of the Catchment model</source>
            <translation>Sols et pluie du modèle Catchment</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Catchment deficit and snow, as in Chen et al. (2022)</source>
            <translation>Déficit du bassin et neige, comme dans Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Weather and states, as in NASA's systems</source>
            <translation>Météo et états, comme dans les systèmes de la NASA</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A single run</source>
            <translation>Un seul calcul</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each store by its own covariance</source>
            <translation>Chaque réservoir par sa propre covariance</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>All by one factor</source>
            <translation>Tous par un même facteur</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Warn and go on</source>
            <translation>Avertir et continuer</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the values show</source>
            <translation>Comme le montrent les valeurs</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Of the hour before</source>
            <translation>De l'heure précédente</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Since the time before</source>
            <translation>Depuis l'instant précédent</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Since 00 UTC</source>
            <translation>Depuis 00 UTC</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the product has it</source>
            <translation>Comme le produit le veut</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>At the beginning</source>
            <translation>Au début</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>In the middle</source>
            <translation>Au milieu</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>At the end</source>
            <translation>À la fin</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>LISF F2.5 with the humidity derivative of GEOS</source>
            <translation>LISF F2.5 avec la dérivée d'humidité de GEOS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>LISF F2.5 as it is</source>
            <translation>LISF F2.5 tel quel</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Icarus</source>
            <translation>Icarus</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Version 24 C05</source>
            <translation>Version 24 C05</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nature run, version 7.2</source>
            <translation>Simulation nature, version 7.2</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the file names it</source>
            <translation>Comme le nomme le fichier</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>STATSGO, 1 sand to 12 clay</source>
            <translation>STATSGO, 1 sable à 12 argile</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>USDA, 1 clay to 12 sand (SoilGrids)</source>
            <translation>USDA, 1 argile à 12 sable (SoilGrids)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>HWSD, 1 heavy clay to 13 sand</source>
            <translation>HWSD, 1 argile lourde à 13 sable</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Eight classes of the land model</source>
            <translation>Huit classes du modèle de surface</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>IGBP, as MODIS</source>
            <translation>IGBP, comme MODIS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>University of Maryland</source>
            <translation>Université du Maryland</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>MODIS, University of Maryland</source>
            <translation>MODIS, Université du Maryland</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>ESA WorldCover</source>
            <translation>ESA WorldCover</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>ESA CCI</source>
            <translation>ESA CCI</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>The best that the data allow</source>
            <translation>Le meilleur que permettent les données</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Exact smoother without an ensemble</source>
            <translation>Lisseur exact sans ensemble</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As in Chen et al. (2022)</source>
            <translation>Comme dans Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Ensemble filter, each cell by itself</source>
            <translation>Filtre d'ensemble, chaque maille à part</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Square-root filter, each cell by itself</source>
            <translation>Filtre en racine carrée, chaque maille à part</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Ensemble filter, all observations together</source>
            <translation>Filtre d'ensemble, toutes les observations ensemble</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Local transforms, all observations together</source>
            <translation>Transformées locales, toutes les observations ensemble</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By covariances, with standard deviations</source>
            <translation>Par covariances, avec écarts types</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By a smooth Laplacian, without standard deviations</source>
            <translation>Par un laplacien lisse, sans écarts types</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the method wants</source>
            <translation>Comme le veut la méthode</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch corrects itself</source>
            <translation>Chaque époque se corrige elle-même</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch corrects the days since the one before</source>
            <translation>Chaque époque corrige les jours depuis la précédente</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Smoother: epochs before are corrected, too</source>
            <translation>Lisseur : les époques d'avant sont corrigées aussi</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the files say</source>
            <translation>Comme le disent les fichiers</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Added to the storage</source>
            <translation>Ajouté au stock</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Factors on the storage</source>
            <translation>Facteurs sur le stock</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Rough</source>
            <translation>Rugueux</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Smooth</source>
            <translation>Lisse</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Very smooth</source>
            <translation>Très lisse</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch by itself</source>
            <translation>Chaque époque à part</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Storage with a memory</source>
            <translation>Stock avec mémoire</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A trend and a yearly wave</source>
            <translation>Une tendance et une onde annuelle</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Edges of near cells</source>
            <translation>Bords des mailles proches</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Disks of a cell's area</source>
            <translation>Disques de l'aire d'une maille</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Disks of 14 km, as in Chen et al. (2022)</source>
            <translation>Disques de 14 km, comme dans Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Gaussian</source>
            <translation>Gaussien</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Without stripes, then Gaussian</source>
            <translation>Sans bandes, puis gaussien</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Earth model</source>
            <translation>Modèle de Terre</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Elastic structure behind the load Love numbers.</source>
            <translation>Structure élastique derrière les nombres de Love de charge.</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Table of Love numbers</source>
            <translation>Tableau de nombres de Love</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Instead of the Earth model: degree, h, l, k in the layout of LoadDef, gravity-toolkit or REAR.</source>
            <translation>Au lieu du modèle de Terre : degré, h, l, k au format de LoadDef, gravity-toolkit ou REAR.</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Crustal column</source>
            <translation>Colonne de croûte</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>On top of the Earth model, from the surface down: thickness_km,vp_km_s,vs_km_s,density_g_cm3 in each line. Its Love numbers are computed the first time (some seconds) and kept.</source>
            <translation>Au-dessus du modèle de Terre, de la surface vers le bas : thickness_km,vp_km_s,vs_km_s,density_g_cm3 à chaque ligne. Ses nombres de Love sont calculés la première fois (quelques secondes) et gardés.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>From Import storage. Must cover the observations; load far beyond them counts, too.</source>
            <translation>De Importer le stock d'eau. Doit couvrir les observations ; la charge bien au-delà compte aussi.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Gridded vertical displacement from Line of sight to vertical.</source>
            <translation>Déplacement vertical sur grille de Ligne de visée vers vertical.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>More frames</source>
            <translation>D'autres images</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Vertical displacement of other tracks, or of neighbours on the same track, on the same EASE-Grid 2.0. Frames may overlap and have dates of their own.</source>
            <translation>Déplacement vertical d'autres orbites, ou de voisines sur la même orbite, sur la même EASE-Grid 2.0. Les images peuvent se recouvrir et avoir leurs propres dates.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>References of more frames</source>
            <translation>Références des autres images</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>One word for each, in the same order: absolute, tied or unknown. Empty: all as the first.</source>
            <translation>Un mot pour chacune, dans le même ordre : absolute, tied ou unknown. Vide : toutes comme la première.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/guided_entries.py" />
            <source>GNSS stations</source>
            <translation>Stations GNSS</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Heights from Import GNSS series, used at the stations themselves, with the displacement or without it (enkf_3d, letkf). With displacement of unknown reference they say what moves the whole frame.</source>
            <translation>Hauteurs de l'import des séries GNSS, utilisées aux stations mêmes, avec le déplacement ou sans lui (enkf_3d, letkf). Avec un déplacement de référence inconnue, elles disent ce qui fait bouger toute la scène.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Error of station heights (mm)</source>
            <translation>Erreur des hauteurs des stations (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of what their formal errors do not know, such as other loads; added to them.</source>
            <translation>Écart type de ce que leurs erreurs formelles ignorent, comme d'autres charges ; ajouté à celles-ci.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: the best that these data allow, by an exact smoother without an ensemble, whose errors are found from the data; of members it corrects the mean, and the land model follows it (runs in parts or of less than a year: enkf_3d with stations, else enkf_1d). exact: the same by name. paper: the filter of Chen et al. (2022) with all its choices. </source>
            <translation>auto : le mieux que permettent ces données, par un lisseur exact sans ensemble dont les erreurs sont tirées des données ; pour des membres il corrige la moyenne, et le modèle de surface la suit (calculs par parties ou de moins d’un an : enkf_3d avec des stations, sinon enkf_1d). exact : la même chose, par son nom. paper : le filtre de Chen et al. (2022) avec tous ses choix. </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Method</source>
            <translation>Méthode</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>enkf_1d: the paper's filter, each cell by its own observation, with perturbed observations; ensrf_1d: the same without drawing them; enkf_3d: all observations correct all cells in reach; letkf: the same by local transforms, slower.</source>
            <translation>enkf_1d : le filtre de l'article, chaque cellule par sa propre observation, avec observations perturbées ; ensrf_1d : le même sans les tirer ; enkf_3d : toutes les observations corrigent toutes les cellules à portée ; letkf : de même par transformées locales, plus lent.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Window</source>
            <translation>Fenêtre</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: smoother for the best estimate, one_step for the others. </source>
            <translation>auto : smoother pour la meilleure estimation, one_step pour les autres. </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>one_step: each epoch corrects its own state; two_step_equal: the days since the epoch before, in equal parts; enks: a smoother, which corrects the epochs before, too.</source>
            <translation>one_step : chaque époque corrige son propre état ; two_step_equal : les jours depuis l'époque d'avant, à parts égales ; enks : un lisseur, qui corrige aussi les époques d'avant.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Lag of the smoother (days)</source>
            <translation>Retard du lisseur (jours)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>How far back the smoother corrects.</source>
            <translation>Jusqu'où le lisseur corrige en arrière.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Size of the ensemble (24 in the paper). A storage file with members keeps its own.</source>
            <translation>Taille de l'ensemble (24 dans l'article). Un fichier de stock avec membres garde les siens.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Localization (km)</source>
            <translation>Localisation (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Distance from which on an observation says nothing of a cell (enkf_3d, letkf). 0: no limit.</source>
            <translation>Distance à partir de laquelle une observation ne dit rien d'une cellule (enkf_3d, letkf). 0 : pas de limite.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Inflation</source>
            <translation>Inflation</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Factor on the spread before each analysis. 24 members lose about 3 % of it; 1: none.</source>
            <translation>Facteur sur la dispersion avant chaque analyse. 24 membres en perdent environ 3 % ; 1 : aucun.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Relaxation to prior spread</source>
            <translation>Relaxation vers la dispersion a priori</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Part of the spread lost in an analysis that is given back. 0: none.</source>
            <translation>Part de la dispersion perdue dans une analyse qui est rendue. 0 : aucune.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Reference of the displacement</source>
            <translation>Référence du déplacement</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: as the files say, each frame tied by all stations; for filters with members absolute. </source>
            <translation>auto : comme le disent les fichiers, chaque image rattachée par toutes les stations ; pour les filtres avec membres, absolute. </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>absolute: nothing common to all cells is in error; tied: by GNSS, with the error of the tie; unknown: relative to an area whose own motion nobody knows - then little can be said of storage.</source>
            <translation>absolute : rien de commun à toutes les cellules n'est en erreur ; tied : rattaché par GNSS, avec l'erreur du rattachement ; unknown : relatif à une zone dont nul ne connaît le mouvement ; alors on ne peut guère parler du stock.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Error of the tie (mm)</source>
            <translation>Erreur du rattachement (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of what a tied frame is off by at an epoch; 2 to 5 mm for GNSS.</source>
            <translation>Écart-type de ce dont une image rattachée s'écarte à une époque ; 2 à 5 mm pour GNSS.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Length of observation errors (km)</source>
            <translation>Longueur des erreurs d'observation (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Atmosphere: 50 to 100 km. 0: independent cells. The one-dimensional filters cannot use it.</source>
            <translation>Atmosphère : 50 à 100 km. 0 : cellules indépendantes. Les filtres unidimensionnels ne peuvent s'en servir.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Independent part of the error</source>
            <translation>Part indépendante de l'erreur</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Part of the variance that is a cell's own where errors are correlated.</source>
            <translation>Part de la variance propre à une cellule quand les erreurs sont corrélées.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Seasonal bias (mm)</source>
            <translation>Biais saisonnier (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of a yearly error that all cells share, of atmosphere or other loads; 2 to 3 mm where the frame is not tied. 0: none.</source>
            <translation>Écart-type d'une erreur annuelle que toutes les cellules partagent, de l'atmosphère ou d'autres charges ; 2 à 3 mm si l'image n'est pas rattachée. 0 : aucune.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>A plane was taken out of each epoch</source>
            <translation>Un plan a été retiré de chaque époque</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Then nothing is known along it, and predictions are treated alike.</source>
            <translation>Alors rien n'est connu le long de ce plan, et les prédictions sont traitées de même.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Periods not to be used</source>
            <translation>Périodes à ne pas utiliser</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Such as an earthquake's months: 2016-05-01..2016-06-30, separated by commas.</source>
            <translation>Comme les mois d'un séisme : 2016-05-01..2016-06-30, séparées par des virgules.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Remove trends</source>
            <translation>Retirer les tendances</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Take a linear trend out of observed and predicted displacement. A drought's trend goes with it.</source>
            <translation>Retire une tendance linéaire du déplacement observé et prédit. La tendance d'une sécheresse part avec elle.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Error memory (days)</source>
            <translation>Mémoire de l'erreur (jours)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Time after which a correction, and the model's error, has faded to 1/e.</source>
            <translation>Temps après lequel une correction, et l'erreur du modèle, est tombée à 1/e.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Storage error (mm)</source>
            <translation>Erreur du stock (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of the modelled storage of a cell, from which members are drawn.</source>
            <translation>Écart-type du stock modélisé d'une cellule, d'où les membres sont tirés.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Length of storage errors (km)</source>
            <translation>Longueur des erreurs du stock (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Distance over which the model errs alike. It decides how much a cell's displacement says.</source>
            <translation>Distance sur laquelle le modèle se trompe de même. Elle décide de ce que dit le déplacement d'une cellule.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Kind of storage errors</source>
            <translation>Type d'erreurs du stock</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>additive: added to the storage; lognormal: factors, for storage that is positive. Both keep the mean.</source>
            <translation>additive : ajoutées au stock ; lognormal : facteurs, pour un stock positif. Les deux gardent la moyenne.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>The same seed gives the same analysis, bit for bit, whatever the number of workers.</source>
            <translation>La même graine donne la même analyse, bit à bit, quel que soit le nombre de fils.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source> Empty: found from the data; the paper's value for filters with members.</source>
            <translation> Vide : trouvé dans les données ; la valeur de l'article pour les filtres avec membres.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Observation error (mm)</source>
            <translation>Erreur d'observation (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of the vertical displacement of a cell at an epoch (9 mm in the paper).</source>
            <translation>Écart-type du déplacement vertical d'une cellule à une époque (9 mm dans l'article).</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>1 Start here</source>
            <translation>1 Commencer ici</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>2 Interferograms</source>
            <translation>2 Interférogrammes</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>3 Displacement</source>
            <translation>3 Déplacement</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>4 Water storage</source>
            <translation>4 Stock d'eau</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>5 Load and ground motion</source>
            <translation>5 Charge et mouvement du sol</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>6 Assimilation</source>
            <translation>6 Assimilation</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>7 GRACE</source>
            <translation>7 GRACE</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>8 Series and reports</source>
            <translation>8 Séries et rapports</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>9 Whole chains</source>
            <translation>9 Chaînes entières</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of what their formal errors do not know; added to them.</source>
            <translation>Écart-type de ce que leurs erreurs formelles ignorent ; ajouté à celles-ci.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Error common to all stations (mm)</source>
            <translation>Erreur commune à toutes les stations (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>It cannot be estimated. One millimetre common to all is some 25 to 39 mm of water in the mean.</source>
            <translation>Elle ne peut être estimée. Un millimètre commun à toutes vaut quelque 25 à 39 mm d'eau dans la moyenne.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Stations to leave out</source>
            <translation>Stations à omettre</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Names, such as those over aquifers; or auto: those that their neighbours refute, which are then named.</source>
            <translation>Noms, comme ceux des stations sur des aquifères ; ou auto : celles que leurs voisines réfutent, qui sont alors nommées.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>auto: as the files say; absolute; tied: by GNSS, with the error of the tie; unknown: an offset is free at every epoch.</source>
            <translation>auto: comme le disent les fichiers ; absolute ; tied: par GNSS, avec l'erreur du rattachement ; unknown: un décalage reste libre à chaque époque.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of the vertical displacement of a frame's cell at an epoch. Empty: as the file states it, or 9 mm.</source>
            <translation>Écart type du déplacement vertical d'une cellule de l'image à une époque. Vide : celui du fichier, ou 9 mm.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Atmosphere: 50 to 100 km. 0: independent cells, with which a frame can do harm. Empty: as the file states it, or 0.</source>
            <translation>Atmosphère : 50 à 100 km. 0 : cellules indépendantes, avec lesquelles une image peut nuire. Vide : ce qu'indique le fichier, ou 0.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Part of the variance that is a cell's own where errors are correlated. Empty: as the file states it, or 0.2.</source>
            <translation>Part de la variance propre à une cellule lorsque les erreurs sont corrélées. Vide : celle du fichier, ou 0.2.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of what a tied frame is off by at an epoch. Empty: as the file states it, or 3 mm.</source>
            <translation>Écart type de ce dont une image rattachée est décalée à une époque. Vide : celui du fichier, ou 3 mm.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Then it is free at every epoch.</source>
            <translation>Il est alors libre à chaque époque.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Estimate the errors</source>
            <translation>Estimer les erreurs</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>A factor on the errors of each kind of data by the same likelihood, between 1/4 and 4.</source>
            <translation>Un facteur sur les erreurs de chaque type de données par la même vraisemblance, entre 1/4 et 4.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>covariance: with standard deviations; laplacian: the classic way, without them.</source>
            <translation>covariance : avec écarts-types ; laplacian : la manière classique, sans eux.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Smoothing of the Laplacian</source>
            <translation>Lissage du laplacien</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Empty: by cross-validation over all epochs.</source>
            <translation>Vide : par validation croisée sur toutes les époques.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Size of the storage's differences (mm)</source>
            <translation>Taille des différences du stock (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation; empty: estimated.</source>
            <translation>Écart-type ; vide : estimé.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Length of the storage's differences (km)</source>
            <translation>Longueur des différences du stock (km)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Empty: estimated, and averaged over lengths.</source>
            <translation>Vide : estimée, et moyennée sur des longueurs.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Size of the common storage (mm)</source>
            <translation>Taille du stock commun (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Smoothness of storage</source>
            <translation>Régularité du stock</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Matern's nu. Data cannot tell it; the rough one gives honest intervals.</source>
            <translation>nu de Matern. Les données ne peuvent le dire ; le rugueux donne des intervalles honnêtes.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <location filename="../core/report/study_report.py" />
            <source>Time</source>
            <translation>Temps</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>each: epochs alone; smooth: storage has a memory; seasonal: a trend and a yearly wave.</source>
            <translation>each : époques séparées ; smooth : le stock a une mémoire ; seasonal : une tendance et une onde annuelle.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Memory (days)</source>
            <translation>Mémoire (jours)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Of storage, where TIME is smooth. Empty: estimated.</source>
            <translation>Du stock, si TIME est smooth. Vide : estimée.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/weather_report.py" />
            <source>Weather</source>
            <translation>Météo</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>With it the land model runs, and storage is only the load outside its columns, without which the effect of that load is taken for water inside. A file, or the path of a folder with weather files; it should begin months before the first epoch, so that the members part.</source>
            <translation>Avec elle le modèle de surface tourne, et le stock n'est que la charge hors de ses colonnes, sans laquelle l'effet de cette charge passe pour de l'eau à l'intérieur. Un fichier, ou le chemin d'un dossier de fichiers météo ; elle devrait commencer des mois avant la première époque, pour que les membres s'écartent.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Soil, topography and vegetation of the columns, one or more a cell of the EASE-Grid 2.0.</source>
            <translation>Sol, relief et végétation des colonnes, une ou plusieurs par cellule de l'EASE-Grid 2.0.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Numbers of the preset to change, such as catdef.degrees=3, catdef.std=0.08: errors that reach over many cells, without which the mean of an area cannot be corrected. States are per hour.</source>
            <translation>Nombres du réglage à changer, comme catdef.degrees=3, catdef.std=0.08 : des erreurs qui s'étendent sur beaucoup de cellules, sans lesquelles la moyenne d'une zone ne peut être corrigée. Les états sont par heure.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Increments of the stores</source>
            <translation>Incréments des réservoirs</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>ensemble: soil water and snow each by their own covariance with the displacement; rescale: all by one factor. What a store cannot take goes to the others.</source>
            <translation>ensemble : eau du sol et neige, chacune par sa propre covariance avec le déplacement ; rescale : tout par un facteur. Ce qu'un réservoir ne peut prendre va aux autres.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>FORCING and PARAMETERS go together: give both to run the land model, or INPUT alone.</source>
            <translation>FORCING et PARAMETERS vont ensemble : donnez les deux pour exécuter le modèle de surface, ou INPUT seul.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Give INPUT (storage), or FORCING and PARAMETERS to run the land model.</source>
            <translation>Donnez INPUT (stock), ou FORCING et PARAMETERS pour exécuter le modèle de surface.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Give OBSERVATIONS (displacement), STATIONS (GNSS), or both.</source>
            <translation>Donnez OBSERVATIONS (déplacement), STATIONS (GNSS) ou les deux.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Weather (*.nc *.nc4 *.csv *.zip *.grib *.grb);;All files (*)</source>
            <translation>Météo (*.nc *.nc4 *.csv *.zip *.grib *.grb);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Parameters (*.nc *.nc4 *.csv *.json);;All files (*)</source>
            <translation>Paramètres (*.nc *.nc4 *.csv *.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>A file, or the path of a folder with weather files.</source>
            <translation>Un fichier, ou le chemin d'un dossier de fichiers météo.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Of the land model's columns: the places where the weather is looked at. Empty: places spread over what the files cover.</source>
            <translation>Des colonnes du modèle de surface : les lieux où la météo est examinée. Vide : des lieux répartis sur ce que couvrent les fichiers.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Other precipitation</source>
            <translation>Autres précipitations</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>IMERG, CHIRPS, GPCP or MSWEP: a file or the path of a folder, used instead of the weather's own.</source>
            <translation>IMERG, CHIRPS, GPCP ou MSWEP : un fichier ou le chemin d'un dossier, utilisé à la place de celles de la météo.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>For parameters that come with longitude and latitude; others lie on a grid already.</source>
            <translation>Pour des paramètres donnés par longitude et latitude ; les autres sont déjà sur une grille.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Amounts of ERA5</source>
            <translation>Quantités d'ERA5</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>What ERA5's sums (tp, ssrd, strd) are sums of. auto: as the values show (ERA5-Land's rise from 00 UTC on and fall after it); hour: the hour before the time; step: since the time before; day: since 00 UTC.</source>
            <translation>De quoi les sommes d'ERA5 (tp, ssrd, strd) sont les sommes. auto : comme le montrent les valeurs (celles d'ERA5-Land montent dès 00 UTC et retombent ensuite) ; hour : l'heure avant l'instant ; step : depuis l'instant précédent ; day : depuis 00 UTC.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Times of means</source>
            <translation>Instants des moyennes</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Where in its interval the time of a mean lies. auto: by its bounds, or as the product has it.</source>
            <translation>Où se trouve, dans son intervalle, l'instant d'une moyenne. auto : par ses bornes, ou comme le produit le veut.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Clock of the weather (h ahead of UTC)</source>
            <translation>Horloge de la météo (h d'avance sur UTC)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Empty: as the files say; FLUXNET's local time is found by the sun.</source>
            <translation>Vide : comme le disent les fichiers ; l'heure locale de FLUXNET est trouvée par le soleil.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Height of measurement (m)</source>
            <translation>Hauteur de mesure (m)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Of temperature, humidity and wind above the ground. 0: as the files or the product say.</source>
            <translation>De la température, de l'humidité et du vent au-dessus du sol. 0 : comme le disent les fichiers ou le produit.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Units of the weather</source>
            <translation>Unités de la météo</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Where the files have none or wrong ones, such as Rainf=mm/h, Tair=degC.</source>
            <translation>Si les fichiers n'en ont pas ou en ont de fausses, comme Rainf=mm/h, Tair=degC.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Years of spin-up</source>
            <translation>Années de mise en équilibre</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>At most so many runs through the first year; it ends earlier where storage changes by less than 1 mm.</source>
            <translation>Au plus autant de passages par la première année ; s'arrête plus tôt si le stock change de moins de 1 mm.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Version of the model</source>
            <translation>Version du modèle</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>fortuna: LISF F2.5 with GEOS's humidity derivative; the others are settings of other versions.</source>
            <translation>fortuna : LISF F2.5 avec la dérivée d'humidité de GEOS ; les autres sont des réglages d'autres versions.</translation>
        </message>
        <message>
            <location filename="../processing/layers.py" />
            <source>Without the temporal controller: {}</source>
            <translation>Sans le contrôleur temporel : {}</translation>
        </message>
        <message>
            <location filename="../processing/layers.py" />
            <location filename="../ui/sources.py" />
            <source>synthetic</source>
            <translation>synthétique</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Unit where a file has none</source>
            <translation>Unité si un fichier n'en a pas</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>mm, cm, m or kg m-2. Empty: as the files say; a file without a unit is then refused.</source>
            <translation>mm, cm, m ou kg m-2. Vide : comme le disent les fichiers ; un fichier sans unité est alors refusé.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>NetCDF files (*.nc)</source>
            <translation>Fichiers NetCDF (*.nc)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>CSV files (*.csv)</source>
            <translation>Fichiers CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <location filename="../ui/dock_widgets.py" />
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>HTML files (*.html)</source>
            <translation>Fichiers HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Extent</source>
            <translation>Étendue</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Only this part is read. Empty: everything. On the command line: west,east,south,north in degrees.</source>
            <translation>Seule cette partie est lue. Vide : tout. En ligne de commande : west,east,south,north en degrés.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>First date</source>
            <translation>Première date</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Nothing earlier is read. Empty: from the beginning.</source>
            <translation>Rien d'antérieur n'est lu. Vide : depuis le début.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Nothing later is read. Empty: to the end.</source>
            <translation>Rien de postérieur n'est lu. Vide : jusqu'à la fin.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Unit of {}</source>
            <translation>Unité de {}</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>file: as the file says, in the names of its columns (up_mm, height (m)) or a remark '# unit: mm'.</source>
            <translation>file : comme le dit le fichier, dans les noms de ses colonnes (up_mm, height (m)) ou une remarque '# unit: mm'.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Columns of {}</source>
            <translation>Colonnes de {}</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Names of a table's columns in their order, for tables without a header: date,-,north_m,east_m,up_m ('-' for one to pass over). Empty: as the header says.</source>
            <translation>Noms des colonnes d'un tableau dans leur ordre, pour les tableaux sans en-tête : date,-,north_m,east_m,up_m ('-' pour celle à sauter). Vide : comme le dit l'en-tête.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Workers</source>
            <translation>Fils de calcul</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Threads or processes that compute at the same time. The result does not depend on it.</source>
            <translation>Fils ou processus qui calculent en même temps. Le résultat n'en dépend pas.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Add styled layers to the project</source>
            <translation>Ajouter au projet des couches stylées</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Add the results to the map with a style and, for series, with their dates.</source>
            <translation>Ajoute les résultats à la carte avec un style et, pour les séries, avec leurs dates.</translation>
        </message>
        <message>
            <location filename="../processing/point_layers.py" />
            <source>{} of {} points are shown.</source>
            <translation>{} points sur {} sont affichés.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed.</source>
            <translation>Nécessaire.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Displacement alone is relative: nothing tells what moves the whole frame, and the storage will stay nearly as it is. A vertical series of the reference area, GNSS stations, or GRACE as data would change that.</source>
            <translation>Le déplacement seul est relatif : rien ne dit ce qui déplace tout le cadre, et le stock restera presque tel quel. Une série verticale de la zone de référence, des stations GNSS ou GRACE comme données y changeraient quelque chose.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>With GRACE the result can be judged by data of another kind.</source>
            <translation>Avec GRACE, le résultat peut être jugé par des données d'une autre nature.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Delays of GACOS take much of the air out of the displacement.</source>
            <translation>Les retards de GACOS ôtent une grande part de l'air du déplacement.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>This is a file: choose a folder.</source>
            <translation>C'est un fichier : choisissez un dossier.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>You may not write in {}: choose another folder.</source>
            <translation>Vous ne pouvez pas écrire dans {} : choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Write longitude and latitude in degrees with a comma between: 100.23,25.58.</source>
            <translation>Écrivez longitude et latitude en degrés, séparées par une virgule : 100.23,25.58.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>A latitude of {lat:g} does not exist. Longitude comes first: did you mean {lat:g},{lon:g}?</source>
            <translation>Une latitude de {lat:g} n'existe pas. La longitude vient d'abord : vouliez-vous dire {lat:g},{lon:g} ?</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>A latitude of {:g} does not exist.</source>
            <translation>Une latitude de {:g} n'existe pas.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Longitude comes first: {lat:g},{lon:g} lies in the frame, {lon:g},{lat:g} does not.</source>
            <translation>La longitude vient d'abord : {lat:g},{lon:g} est dans le cadre, {lon:g},{lat:g} non.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>This place lies outside the frame, which reaches from {west:.2f} to {east:.2f} E and from {south:.2f} to {north:.2f} N.</source>
            <translation>Ce lieu est hors du cadre, qui va de {west:.2f} à {east:.2f} E et de {south:.2f} à {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>{part} covers no time of GRACE, which has {first} to {last}.</source>
            <translation>{part} ne couvre aucun temps de GRACE, qui va de {first} à {last}.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>The region lies outside the frame, where there is no displacement.</source>
            <translation>La région est hors du cadre, là où il n'y a pas de déplacement.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>It has {first} to {last}, and the interferograms {start} to {end}: no common time.</source>
            <translation>Il va de {first} à {last}, et les interférogrammes de {start} à {end} : aucun temps commun.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed without a model: displacement is relative, and nothing tells what moves the whole frame. Give GNSS stations, a vertical series of the reference area, or GRACE as data.</source>
            <translation>Nécessaire sans modèle : le déplacement est relatif, et rien ne dit ce qui déplace tout le cadre. Donnez des stations GNSS, une série verticale de la zone de référence, ou GRACE comme données.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed with the Catchment model: its states cannot be corrected by displacement that is relative. Give GNSS stations or a vertical series of the reference area.</source>
            <translation>Nécessaire avec le modèle Catchment : ses états ne peuvent être corrigés par un déplacement relatif. Donnez des stations GNSS ou une série verticale de la zone de référence.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed: it is to be used as data.</source>
            <translation>Nécessaire : il doit servir de données.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>The Catchment model does not take GRACE as data: switch this off, or give storage from a file.</source>
            <translation>Le modèle Catchment ne prend pas GRACE comme données : désactivez cette option, ou donnez le stock d'un fichier.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Groundswell time series</source>
            <translation>Séries temporelles Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Eight series are kept: remove one first.</source>
            <translation>Huit séries sont gardées : retirez-en une d'abord.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Load a result of Groundswell into the project, or open a file, then click on the map.</source>
            <translation>Chargez un résultat de Groundswell dans le projet, ou ouvrez un fichier, puis cliquez sur la carte.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Click on the map to see the series there.</source>
            <translation>Cliquez sur la carte pour voir la série à cet endroit.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Choose a file with series first.</source>
            <translation>Choisissez d'abord un fichier de séries.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Open a file with series</source>
            <translation>Ouvrir un fichier de séries</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>{} is not a file with series from Groundswell: choose a displacement, storage or analysis file.</source>
            <translation>{} n'est pas un fichier de séries de Groundswell : choisissez un fichier de déplacement, de stock ou d'analyse.</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates of steps such as earthquakes (2016-05-18, 2018-10-02); empty for none:</source>
            <translation>Dates de sauts tels que des séismes (2016-05-18, 2018-10-02) ; vide si aucun :</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates of the profile</source>
            <translation>Dates du profil</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates to draw beside the map's (2018-06-01, 2019-06-01); empty: evenly:</source>
            <translation>Dates à tracer à côté de celle de la carte (2018-06-01, 2019-06-01) ; vide : réparties régulièrement :</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Groundswell file whose series are shown</source>
            <translation>Fichier Groundswell dont les séries sont montrées</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/place.py" />
            <location filename="../ui/sources.py" />
            <source>GRACE</source>
            <translation>GRACE</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>GRACE storage to draw on the same axis</source>
            <translation>Stock GRACE à tracer sur le même axe</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open...</source>
            <translation>Ouvrir...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open a file that is not in the project (Alt+O)</source>
            <translation>Ouvrir un fichier qui n'est pas dans le projet (Alt+O)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Chart of the series</source>
            <translation>Graphique des séries</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Point</source>
            <translation>Point</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Click on the map to see the series there (Alt+P)</source>
            <translation>Cliquez sur la carte pour voir la série à cet endroit (Alt+P)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Area</source>
            <translation>Zone</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw a polygon on the map to see its mean: click its corners, end with a right click (Alt+A)</source>
            <translation>Dessinez un polygone sur la carte pour voir sa moyenne : cliquez ses sommets, finissez par un clic droit (Alt+A)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw a line on the map to see the values along it: click its corners, end with a right click (Alt+L)</source>
            <translation>Tracez une ligne sur la carte pour voir les valeurs le long d'elle : cliquez ses sommets, finissez par un clic droit (Alt+L)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Dates of the profile...</source>
            <translation>Dates du profil...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Reference</source>
            <translation>Référence</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Click on the map to see displacement relative to that place; press again to undo (Alt+R)</source>
            <translation>Cliquez sur la carte pour voir le déplacement relatif à ce lieu ; appuyez de nouveau pour annuler (Alt+R)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Hold</source>
            <translation>Garder</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Keep this series in the chart to compare others with it (Alt+H)</source>
            <translation>Garder cette série dans le graphique pour lui en comparer d'autres (Alt+H)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Drop the kept series (Alt+C)</source>
            <translation>Retirer les séries gardées (Alt+C)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>More files</source>
            <translation>Autres fichiers</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw the series of further files at the same place</source>
            <translation>Tracer les séries d'autres fichiers au même lieu</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Innovations</source>
            <translation>Innovations</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw the normalized innovations of an analysis below (Alt+I)</source>
            <translation>Tracer dessous les innovations normalisées d'une analyse (Alt+I)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open the report that lies beside the file (Alt+T)</source>
            <translation>Ouvrir le rapport placé à côté du fichier (Alt+T)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/picture.py" />
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Fit a model to the series and draw its residuals</source>
            <translation>Ajuster un modèle à la série et tracer ses résidus</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Rate</source>
            <translation>Taux</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Annual cycle</source>
            <translation>Cycle annuel</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Steps...</source>
            <translation>Sauts...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Export</source>
            <translation>Exporter</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Save the series as a table, or the chart as a picture</source>
            <translation>Enregistrer la série en tableau, ou le graphique en image</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Series as CSV...</source>
            <translation>Séries en CSV...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Chart as PNG, SVG or PDF...</source>
            <translation>Graphique en PNG, SVG ou PDF...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Map over time as GIF or MP4...</source>
            <translation>Carte au fil du temps en GIF ou MP4...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Page</source>
            <translation>Page</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Make a page to print with map, chart and legend (Alt+G)</source>
            <translation>Faire une page à imprimer avec carte, graphique et légende (Alt+G)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>an interferogram stack of Groundswell</source>
            <translation>une pile d'interférogrammes de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of Groundswell</source>
            <translation>une série de déplacement de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>gridded displacement of Groundswell</source>
            <translation>un déplacement sur grille de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>water storage of Groundswell</source>
            <translation>un stock d'eau de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>an analysis of Groundswell</source>
            <translation>une analyse de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GRACE storage of Groundswell</source>
            <translation>un stock GRACE de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GNSS stations of Groundswell</source>
            <translation>des stations GNSS de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms in LiCSAR layout</source>
            <translation>des interférogrammes au format LiCSAR</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of HyP3</source>
            <translation>des interférogrammes de HyP3</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of NISAR</source>
            <translation>des interférogrammes de NISAR</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of ARIA</source>
            <translation>des interférogrammes d'ARIA</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of MintPy</source>
            <translation>des interférogrammes de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms, a folder or raster a pair</source>
            <translation>des interférogrammes, un dossier ou un raster par paire</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>displacement of OPERA DISP-S1</source>
            <translation>un déplacement OPERA DISP-S1</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>displacement of the European Ground Motion Service</source>
            <translation>un déplacement de l'European Ground Motion Service</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of MintPy</source>
            <translation>une série de déplacement de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>several displacement series of MintPy</source>
            <translation>plusieurs séries de déplacement de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>look vectors of MintPy</source>
            <translation>des vecteurs de visée de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of LiCSBAS</source>
            <translation>une série de déplacement de LiCSBAS</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>rasters of displacement named by dates</source>
            <translation>des rasters de déplacement nommés par dates</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a table of displacement at points</source>
            <translation>un tableau de déplacement en des points</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a layer of displacement at points</source>
            <translation>une couche de déplacement en des points</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>tropospheric delays of GACOS</source>
            <translation>des retards troposphériques GACOS</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GNSS series</source>
            <translation>des séries GNSS</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GRACE harmonics</source>
            <translation>des harmoniques de GRACE</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>water storage of a land model</source>
            <translation>le stock d'eau d'un modèle de surface</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>weather</source>
            <translation>météo</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>{}: nothing that Groundswell knows.</source>
            <translation>{} : rien que Groundswell connaisse.</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>{name}: {what}. The step that takes it: {step}.</source>
            <translation>{name} : {what}. L'étape qui le prend : {step}.</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the series</source>
            <translation>Enregistrer la série</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the chart</source>
            <translation>Enregistrer le graphique</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the map over time</source>
            <translation>Enregistrer la carte au fil du temps</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Drawing the map at each date...</source>
            <translation>Dessin de la carte à chaque date...</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Groundswell {version}. {band}</source>
            <translation>Groundswell {version}. {band}</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Synthetic data.</source>
            <translation>Données synthétiques.</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Saved {}</source>
            <translation>Enregistré : {}</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>{}: a film is a GIF or MP4; choose one of these endings.</source>
            <translation>{} : un film est en GIF ou MP4 ; choisissez l'une de ces extensions.</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>MP4 needs the program ffmpeg, which this system does not have: choose GIF.</source>
            <translation>MP4 demande le programme ffmpeg, que ce système n'a pas : choisissez GIF.</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>The map shows no layer with dates: load a series, and switch its layer on.</source>
            <translation>La carte ne montre aucune couche datée : chargez une série et affichez sa couche.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Study</source>
            <translation>Étude</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Folder of the study</source>
            <translation>&amp;Dossier de l'étude</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Title</source>
            <translation>&amp;Titre</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Comes fro&amp;m</source>
            <translation>&amp;Provient de</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Interferograms</source>
            <translation>&amp;Interférogrammes</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>P&amp;roduct</source>
            <translation>P&amp;roduit</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>G&amp;ACOS delays</source>
            <translation>Retards G&amp;ACOS</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>R&amp;eference place</source>
            <translation>Li&amp;eu de référence</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Vertical series there</source>
            <translation>Série &amp;verticale à cet endroit</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Fastest motion &amp;kept</source>
            <translation>Mouvement le plus rapide &amp;gardé</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/analysis_report.py" />
            <source>Water storage</source>
            <translation>Stock d'eau</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Storage to &amp;correct</source>
            <translation>Stock à &amp;corriger</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Parameters of the co&amp;lumns</source>
            <translation>Paramètres des co&amp;lonnes</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Weather</source>
            <translation>&amp;Météo</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/study_inputs_page.py" />
            <source>Land-model &amp;storage</source>
            <translation>&amp;Stock d'eau du modèle de surface</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Other data</source>
            <translation>Autres données</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GNSS stati&amp;ons</source>
            <translation>Stati&amp;ons GNSS</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;GRACE</source>
            <translation>&amp;GRACE</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GRACE as data</source>
            <translation>GRACE comme données</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Regio&amp;n (polygons)</source>
            <translation>Régio&amp;n (polygones)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Periods</source>
            <translation>&amp;Périodes</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of the study</source>
            <translation>Dossier de l'étude</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>A new or empty folder: everything that the study makes is written there. That of a study begun before takes it up.</source>
            <translation>Un dossier nouveau ou vide : tout ce que fait l'étude y est écrit. Celui d'une étude commencée la reprend.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Stands over the report, such as the region and the years.</source>
            <translation>En tête du rapport, par exemple la région et les années.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of unwrapped interferograms: LiCSAR, HyP3, NISAR, ARIA, MintPy's stack, or rasters named by two dates. Fetch a LiCSAR frame downloads one.</source>
            <translation>Dossier d'interférogrammes déroulés : LiCSAR, HyP3, NISAR, ARIA, la pile de MintPy, ou des rasters nommés par deux dates. « Télécharger un cadre LiCSAR » en rapatrie un.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Finished displacement: a folder of OPERA DISP-S1 or EGMS files, MintPy's or LiCSBAS's series, rasters named by dates, a table or layer of points with dates.</source>
            <translation>Déplacement terminé : un dossier de fichiers OPERA DISP-S1 ou EGMS, la série de MintPy ou de LiCSBAS, des rasters nommés par dates, une table ou une couche de points avec dates.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GACOS delays</source>
            <translation>Retards GACOS</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of delays of the air (.ztd or .ztd.tif), one a date: they are subtracted.</source>
            <translation>Dossier des retards de l'air (.ztd ou .ztd.tif), un par date : ils sont soustraits.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Where the ground moves least or a GNSS station stands: all displacement is relative to it. Longitude first, in degrees.</source>
            <translation>Là où le sol bouge le moins ou se trouve une station GNSS : tout déplacement y est relatif. La longitude d'abord, en degrés.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>longitude,latitude; empty: chosen automatically</source>
            <translation>longitude,latitude ; vide : choisi automatiquement</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Vertical series there</source>
            <translation>Série verticale à cet endroit</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Vertical motion of the reference place: a table date,up_mm or the series of a GNSS station. With it displacement is absolute; interferograms alone cannot tell what moves the whole frame.</source>
            <translation>Mouvement vertical du lieu de référence : une table date,up_mm ou la série d'une station GNSS. Avec lui le déplacement est absolu ; les interférogrammes seuls ne disent pas ce qui déplace tout le cadre.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>needed for the Catchment model</source>
            <translation>nécessaire au modèle Catchment</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Parameters of the columns</source>
            <translation>Paramètres des colonnes</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Soil, topography and vegetation of the land model's columns. Estimate land model parameters makes them from maps.</source>
            <translation>Sol, relief et végétation des colonnes du modèle de surface. « Estimer les paramètres du modèle » les tire de cartes.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Rain, radiation, temperature, humidity, wind and pressure: a file, or a folder of files as they were downloaded (ERA5-Land, GLDAS, MERRA-2).</source>
            <translation>Pluie, rayonnement, température, humidité, vent et pression : un fichier, ou un dossier de fichiers tels que téléchargés (ERA5-Land, GLDAS, MERRA-2).</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Water storage of a land model (GLDAS CLSM or Noah, MERRA-2, any NetCDF file with storage): a file, or a folder with one file a day or month. It should reach some hundred kilometres beyond the frame.</source>
            <translation>Stock d'eau d'un modèle de surface (GLDAS CLSM ou Noah, MERRA-2, tout NetCDF contenant un stock) : un fichier, ou un dossier avec un fichier par jour ou par mois. Il doit dépasser le cadre de quelques centaines de kilomètres.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Heights of GNSS stations in the region: series as they were downloaded, a table station,lon,lat,date,up_mm, or the result of Import GNSS series. They tell what moves the whole frame, and judge the result.</source>
            <translation>Hauteurs de stations GNSS de la région : séries telles que téléchargées, une table station,lon,lat,date,up_mm, ou le résultat d'« Importer des séries GNSS ». Elles disent ce qui déplace tout le cadre, et jugent le résultat.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GRACE mascons, grids or a folder of harmonics: the result is compared with them.</source>
            <translation>Mascons, grilles ou dossier d'harmoniques de GRACE : le résultat leur est comparé.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Region (polygons)</source>
            <translation>Région (polygones)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Over which storage is averaged, judged and compared. Empty: all cells with displacement.</source>
            <translation>Sur laquelle le stock est moyenné, jugé et comparé. Vide : toutes les mailles qui ont un déplacement.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Of which the comparison is told each by itself: first and last date with two dots between, periods separated by commas.</source>
            <translation>Dont la comparaison est donnée à part : première et dernière date avec deux points à la suite entre elles, périodes séparées par des virgules.</translation>
        </message>
        <message>
            <location filename="../ui/guided_example.py" />
            <source>The example could not be made; see the log messages of QGIS.</source>
            <translation>L'exemple n'a pas pu être créé ; voyez les messages du journal de QGIS.</translation>
        </message>
        <message>
            <location filename="../ui/guided_example.py" />
            <source>Example (synthetic data)</source>
            <translation>Exemple (données synthétiques)</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <location filename="../core/report/headline.py" />
            <source>Found</source>
            <translation>Trouvé</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <location filename="../core/report/headline.py" />
            <source>How sure</source>
            <translation>Avec quelle sûreté</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>What would help more</source>
            <translation>Ce qui aiderait davantage</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>A vertical series of the reference area, or GNSS stations: they tell what moves the frame.</source>
            <translation>Une série verticale de la zone de référence, ou des stations GNSS : elles disent ce qui déplace le cadre.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GNSS stations: each can be foretold by all other data, which shows what the result is worth.</source>
            <translation>Des stations GNSS : chacune peut être prédite par toutes les autres données, ce qui montre ce que vaut le résultat.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GRACE, to compare with or as data.</source>
            <translation>GRACE, pour comparer ou comme données.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GRACE as data: months that are withheld then judge the result.</source>
            <translation>GRACE comme données : les mois mis de côté jugent alors le résultat.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>Storage of a land model, to be corrected by this displacement.</source>
            <translation>Le stock d'un modèle de surface, à corriger par ce déplacement.</translation>
        </message>
        <message>
            <location filename="../ui/guided_picks.py" />
            <source>drawn on the map</source>
            <translation>dessinée sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>What was found: {}</source>
            <translation>Ce qui a été trouvé : {}</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>Choose a folder instead of a file</source>
            <translation>Choisir un dossier au lieu d'un fichier</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>There is no such file or folder.</source>
            <translation>Il n'y a pas de tel fichier ni dossier.</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Kept series</source>
            <translation>Séries gardées</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>F2 renames, Del removes, a right click has more; ticked series are drawn</source>
            <translation>F2 renomme, Suppr retire, un clic droit en offre plus ; les séries cochées sont tracées</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Rename</source>
            <translation>Renommer</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Use its model and reference</source>
            <translation>Utiliser son modèle et sa référence</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Give it the dock's model and reference</source>
            <translation>Lui donner le modèle et la référence du panneau</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Export the selected as CSV...</source>
            <translation>Exporter la sélection en CSV...</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Export all as CSV...</source>
            <translation>Tout exporter en CSV...</translation>
        </message>
        <message>
            <location filename="../ui/layer_group.py" />
            <source>Groundswell</source>
            <translation>Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/map_tools.py" />
            <source>This is no place on Earth in the map's reference system. Set the project's reference system (lower right of the window) and click again.</source>
            <translation>Ce n'est pas un lieu de la Terre dans le système de référence de la carte. Réglez le système de référence du projet (en bas à droite de la fenêtre) et cliquez de nouveau.</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>Layers</source>
            <translation>Couches</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>Take the file of a layer of the project</source>
            <translation>Prendre le fichier d'une couche du projet</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>No layer of the project shows such a file</source>
            <translation>Aucune couche du projet ne montre un tel fichier</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Band: one standard deviation of the pixels in the cell.</source>
            <translation>Bande : un écart-type des pixels de la cellule.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Shaded: one standard deviation of the analysis' members; dotted: of the open loop's.</source>
            <translation>Ombré : un écart-type des membres de l'analyse ; pointillé : de ceux de la boucle ouverte.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Band: one standard deviation.</source>
            <translation>Bande : un écart-type.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Residual</source>
            <translation>Résidu</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Model of {}</source>
            <translation>Modèle de {}</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>{} holds another quantity and is not drawn.</source>
            <translation>{} contient une autre grandeur et n'est pas tracé.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Kept series of another quantity are not drawn.</source>
            <translation>Les séries gardées d'une autre grandeur ne sont pas tracées.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Place and reference have no date in common.</source>
            <translation>Le lieu et la référence n'ont aucune date commune.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Relative to {}.</source>
            <translation>Relatif à {}.</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>area around {}</source>
            <translation>zone autour de {}</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>Open loop</source>
            <translation>Boucle ouverte</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>{} is gone: choose another file.</source>
            <translation>{} a disparu : choisissez un autre fichier.</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>{file} has no data at {place}: the place was masked or never observed. Click somewhere else.</source>
            <translation>{file} n'a pas de données à {place} : le lieu a été masqué ou jamais observé. Cliquez ailleurs.</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>Normalized innovation</source>
            <translation>Innovation normalisée</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>The template {} is missing: install the plugin again.</source>
            <translation>Le modèle de page {} manque : réinstallez l'extension.</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>The template {} does not fit this plugin: install it again.</source>
            <translation>Le modèle de page {} ne convient pas à cette extension : réinstallez-la.</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>centre {}</source>
            <translation>centre {}</translation>
        </message>
        <message>
            <location filename="../ui/profile.py" />
            <source>{} has no data along this line: draw it across the data.</source>
            <translation>{} n'a pas de données le long de cette ligne : tracez-la à travers les données.</translation>
        </message>
        <message>
            <location filename="../ui/profile.py" />
            <source>Switch on the temporal controller to see the date of the map, too.</source>
            <translation>Activez le contrôleur temporel pour voir aussi la date de la carte.</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>analysis</source>
            <translation>analyse</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>storage</source>
            <translation>stock d'eau</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>vertical displacement</source>
            <translation>déplacement vertical</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>displacement</source>
            <translation>déplacement</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study and its data</source>
            <translation>Une étude et ses données</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What is missing or wrong stands below each entry; Next waits for it. Rest the pointer on an entry to read what it is for. The folder of an earlier study takes it up where it stopped.</source>
            <translation>Ce qui manque ou est faux se trouve sous chaque entrée ; Suivant l'attend. Laissez le pointeur sur une entrée pour lire à quoi elle sert. Le dossier d'une étude antérieure la reprend où elle s'est arrêtée.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Load the example</source>
            <translation>C&amp;harger l'exemple</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Make a small study area with synthetic data and a known truth, and fill in everything below.</source>
            <translation>Créer une petite zone d'étude aux données synthétiques et à la vérité connue, et remplir tout ce qui suit.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Progress of the example</source>
            <translation>Progression de l'exemple</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What is missing</source>
            <translation>Ce qui manque</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Map</source>
            <translation>Carte</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Pick the place on the map</source>
            <translation>Choisir le lieu sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Draw</source>
            <translation>Dessiner</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Draw the region on the map</source>
            <translation>Dessiner la région sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Storage outside the columns</source>
            <translation>&amp;Stock hors des colonnes</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Still missing or wrong: {}.</source>
            <translation>Manque encore ou est faux : {}.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Everything that the study needs is there.</source>
            <translation>Tout ce qu'il faut à l'étude est là.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A new study.</source>
            <translation>Une nouvelle étude.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study that was begun before: it is taken up where it stopped.</source>
            <translation>Une étude déjà commencée : elle est reprise là où elle s'est arrêtée.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Interferograms, inverted here</source>
            <translation>Interférogrammes, inversés ici</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A finished product (OPERA, EGMS, MintPy, LiCSBAS, ...)</source>
            <translation>Un produit terminé (OPERA, EGMS, MintPy, LiCSBAS, ...)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Where the displacement comes from</source>
            <translation>D'où vient le déplacement</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Folders of interferograms, or displacement that somebody has made already.</source>
            <translation>Des dossiers d'interférogrammes, ou un déplacement que quelqu'un a déjà fait.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Storage from a file</source>
            <translation>Stock d'eau d'un fichier</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Catchment model, run with weather and parameters</source>
            <translation>Modèle Catchment, avec météo et paramètres</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>No model: storage from displacement and stations alone</source>
            <translation>Sans modèle : le stock par le déplacement et les stations seuls</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Nothing: the study ends with displacement</source>
            <translation>Rien : l'étude finit avec le déplacement</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Water storage before the correction</source>
            <translation>Stock d'eau avant la correction</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What the displacement corrects. A land model gives the details that the ground cannot tell.</source>
            <translation>Ce que le déplacement corrige. Un modèle de surface donne les détails que le sol ne peut dire.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source> mm/yr</source>
            <translation> mm/an</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Fastest motion kept</source>
            <translation>Mouvement le plus rapide gardé</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Pixels that move faster in the line of sight are left out: wells, landslides and faults are no water load.</source>
            <translation>Les pixels qui bougent plus vite dans la ligne de visée sont écartés : puits, glissements et failles ne sont pas une charge d'eau.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Use it as data, too, not for comparison only</source>
            <translation>L'utiliser aussi comme données, pas seulement pour comparer</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Every fourth month is left out to judge by. The comparison with GRACE is then no independent one.</source>
            <translation>Un mois sur quatre est mis de côté pour juger. La comparaison avec GRACE n'est alors plus indépendante.</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>The chain</source>
            <translation>La chaîne</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Each step is an algorithm of the toolbox with its defaults; its results lie in the study's folder.</source>
            <translation>Chaque étape est un algorithme de la boîte à outils avec ses valeurs par défaut ; ses résultats sont dans le dossier de l'étude.</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <location filename="../core/report/study_report.py" />
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Steps of the study</source>
            <translation>Étapes de l'étude</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Progress of the step</source>
            <translation>Avancement de l'étape</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>&amp;Run</source>
            <translation>&amp;Exécuter</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Cance&amp;l the step</source>
            <translation>Annu&amp;ler l'étape</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>&amp;Open the report</source>
            <translation>&amp;Ouvrir le rapport</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>What was found, how sure that is, what would help more</source>
            <translation>Ce qui a été trouvé, avec quelle sûreté, ce qui aiderait davantage</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>done</source>
            <translation>fait</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>to do</source>
            <translation>à faire</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>running</source>
            <translation>en cours</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>stopped</source>
            <translation>arrêté</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>The study is done. Its maps are in the project, its report is in its folder.</source>
            <translation>L'étude est faite. Ses cartes sont dans le projet, son rapport dans son dossier.</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>Warning: {}</source>
            <translation>Avertissement : {}</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>Cancelled. The steps before are done; the study can be taken up here.</source>
            <translation>Annulé. Les étapes précédentes sont faites ; l'étude peut être reprise ici.</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>The step failed; see the log messages of QGIS.</source>
            <translation>L'étape a échoué ; voir les messages du journal de QGIS.</translation>
        </message>
        <message>
            <location filename="../ui/study_wizard.py" />
            <source>Groundswell: new study</source>
            <translation>Groundswell : nouvelle étude</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>{rate:+.2f} ± {std:.2f} {unit}/yr</source>
            <translation>{rate:+.2f} ± {std:.2f} {unit}/an</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>annual {size:.2f} ± {std:.2f} {unit}, highest on {day}</source>
            <translation>annuel {size:.2f} ± {std:.2f} {unit}, maximum le {day}</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>step {size:+.2f} ± {std:.2f} {unit} on {day}</source>
            <translation>saut de {size:+.2f} ± {std:.2f} {unit} le {day}</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>residuals {rms:.2f} {unit} RMS</source>
            <translation>résidus {rms:.2f} {unit} RMS</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Maps of how storage differs from place to place; the mean of the region is not known.</source>
            <translation>Des cartes de la façon dont le stock diffère d'un lieu à l'autre ; la moyenne de la région n'est pas connue.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Series that are too short for a season or a trend (less than a year).</source>
            <translation>Des séries trop courtes pour une saison ou une tendance (moins d'un an).</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>Le stock d'eau moyen de la région monte et descend de {amplitude:.0f} mm autour de sa moyenne chaque année, au plus haut vers le {peak} ; sa tendance est de {trend:+.0f} mm par an.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>By the ground's motion alone the mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>Par le seul mouvement du sol, le stock d'eau moyen de la région monte et descend de {amplitude:.0f} mm autour de sa moyenne chaque année, au plus haut vers le {peak} ; sa tendance est de {trend:+.0f} mm par an.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>By the land model alone the mean water storage of the area rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>D'après le seul modèle de surface, le stock d'eau moyen de la zone monte et descend de {amplitude:.0f} mm autour de sa moyenne chaque année, maximal vers le {peak} ; sa tendance est de {trend:+.0f} mm par an.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The ground rises and falls by {amplitude:.1f} mm about its mean each year, highest around {peak}; its trend is {trend:+.1f} mm a year.</source>
            <translation>Le sol monte et descend de {amplitude:.1f} mm autour de sa moyenne chaque année, au plus haut vers le {peak} ; sa tendance est de {trend:+.1f} mm par an.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The displacement could not correct the storage: what is shown is the storage as it was given.</source>
            <translation>Le déplacement n'a pas pu corriger le stock : ce qui est montré est le stock tel qu'il a été donné.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The error of the region's mean is expected to go from {before:.0f} to {after:.0f} mm.</source>
            <translation>L'erreur de la moyenne de la région devrait passer de {before:.0f} à {after:.0f} mm.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Unbiased RMSD to GRACE: {before:.0f} mm before, {after:.0f} mm after.</source>
            <translation>RMSD sans biais par rapport à GRACE : {before:.0f} mm avant, {after:.0f} mm après.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Differences are determined at scales above {:.0f} km.</source>
            <translation>Les différences sont déterminées aux échelles supérieures à {:.0f} km.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>withheld months of GRACE</source>
            <translation>mois de GRACE mis de côté</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>each of {} stations by all other data</source>
            <translation>chacune des {} stations par toutes les autres données</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The data helped: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches {placebo:.2f} at best.</source>
            <translation>Les données ont aidé : {kind}, écart {misfit:.2f} de celui d'avant ; un déplacement sans signal atteint au mieux {placebo:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The gain is not shown: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches {placebo:.2f}.</source>
            <translation>Le gain n'est pas montré : {kind}, écart {misfit:.2f} de celui d'avant ; un déplacement sans signal atteint {placebo:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No usable interferogram among {count} entries.</source>
            <translation>Aucun interférogramme utilisable parmi {count} entrées.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Frame {name}: {pairs} interferograms of {dates} dates, {first} to {last}; the longest gap is {gap} days from {start}.</source>
            <translation>Scène {name} : {pairs} interférogrammes de {dates} dates, du {first} au {last} ; la plus longue lacune est de {gap} jours à partir du {start}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Entries that are no usable pairs: {count}.</source>
            <translation>Entrées qui ne sont pas des paires utilisables : {count}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No line-of-sight vectors (E, N, U): one angle will stand for the whole frame.</source>
            <translation>Pas de vecteurs de la ligne de visée (E, N, U) : un seul angle vaudra pour toute la scène.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No displacement product that is known here.</source>
            <translation>Ce n’est pas un produit de déplacement connu ici.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Polygons from {west:.2f} to {east:.2f} E and {south:.2f} to {north:.2f} N.</source>
            <translation>Polygones de {west:.2f} à {east:.2f} E et de {south:.2f} à {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Delays for {there} of the frame's {dates} dates.</source>
            <translation>Délais pour {there} des {dates} dates de la scène.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>A file of stations: the one nearest to the reference area is taken.</source>
            <translation>Un fichier de stations : la plus proche de la zone de référence est prise.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{dates} dates, {first} to {last}; range {size:.0f} mm.</source>
            <translation>{dates} dates, du {first} au {last} ; étendue {size:.0f} mm.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{files} files, {first} to {last}; variables {names}.</source>
            <translation>{files} fichiers, du {first} au {last} ; variables {names}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{first} to {last}; variables {names}.</source>
            <translation>Du {first} au {last} ; variables {names}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{count} columns on the EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.</source>
            <translation>{count} colonnes sur l’EASE-Grid 2.0 {grid}, de {west:.2f} à {east:.2f} E, de {south:.2f} à {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {first} to {last}, every {hours:g} hours.</source>
            <translation>{name} : du {first} au {last}, toutes les {hours:g} heures.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: imported first.</source>
            <translation>{name} : importé d’abord.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>1 station: {names}; {dates} dates, {first} to {last}.</source>
            <translation>1 station : {names} ; {dates} dates, du {first} au {last}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{count} stations: {names}; {dates} dates, {first} to {last}.</source>
            <translation>{count} stations : {names} ; {dates} dates, du {first} au {last}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {months} months, {first} to {last}; {missing} months between them are missing.</source>
            <translation>{name} : {months} mois, de {first} à {last} ; il manque {missing} mois entre eux.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {months} months, {first} to {last}.</source>
            <translation>{name} : {months} mois, de {first} à {last}.</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} January</source>
            <translation>{day} janvier</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} February</source>
            <translation>{day} février</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} March</source>
            <translation>{day} mars</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} April</source>
            <translation>{day} avril</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} May</source>
            <translation>{day} mai</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} June</source>
            <translation>{day} juin</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} July</source>
            <translation>{day} juillet</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} August</source>
            <translation>{day} août</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} September</source>
            <translation>{day} septembre</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} October</source>
            <translation>{day} octobre</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} November</source>
            <translation>{day} novembre</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} December</source>
            <translation>{day} décembre</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <source>Assimilation of displacement</source>
            <translation>Assimilation du déplacement</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Options</source>
            <translation>Options</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <location filename="../core/report/tuning_report.py" />
            <source>Normalized innovations</source>
            <translation>Innovations normalisées</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <source>Where the observations count</source>
            <translation>Où les observations comptent</translation>
        </message>
        <message>
            <location filename="../core/report/catchment_report.py" />
            <source>Land model</source>
            <translation>Modèle de surface</translation>
        </message>
        <message>
            <location filename="../core/report/catchment_report.py" />
            <source>Fluxes and budgets</source>
            <translation>Flux et bilans</translation>
        </message>
        <message>
            <location filename="../core/report/check_closure.py" />
            <source>Loop closure</source>
            <translation>Fermeture des boucles</translation>
        </message>
        <message>
            <location filename="../core/report/check_closure.py" />
            <source>Pixels</source>
            <translation>Pixels</translation>
        </message>
        <message>
            <location filename="../core/report/check_pairs.py" />
            <source>Rejected</source>
            <translation>Rejetés</translation>
        </message>
        <message>
            <location filename="../core/report/check_pairs.py" />
            <location filename="../core/report/import_report.py" />
            <source>All interferograms</source>
            <translation>Tous les interférogrammes</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>Checked interferograms</source>
            <translation>Interférogrammes vérifiés</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>{rejected} of {pairs} interferograms were rejected.</source>
            <translation>{rejected} interférogrammes sur {pairs} ont été rejetés.</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <location filename="../core/report/import_report.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <location filename="../core/report/import_report.py" />
            <source>Coherence and coverage</source>
            <translation>Cohérence et couverture</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>Reference area</source>
            <translation>Zone de référence</translation>
        </message>
        <message>
            <location filename="../core/report/comparison_report.py" />
            <location filename="../core/report/study_storage.py" />
            <source>Comparison with GRACE</source>
            <translation>Comparaison avec GRACE</translation>
        </message>
        <message>
            <location filename="../core/report/comparison_report.py" />
            <source>Cell by cell</source>
            <translation>Cellule par cellule</translation>
        </message>
        <message>
            <location filename="../core/report/displacement_report.py" />
            <source>Imported displacement</source>
            <translation>Déplacement importé</translation>
        </message>
        <message>
            <location filename="../core/report/displacement_report.py" />
            <location filename="../core/report/import_report.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Data</source>
            <translation>Données</translation>
        </message>
        <message>
            <location filename="../core/report/environment_report.py" />
            <source>Groundswell {version} on {system}.</source>
            <translation>Groundswell {version} sous {system}.</translation>
        </message>
        <message>
            <location filename="../core/report/environment_report.py" />
            <source>Environment</source>
            <translation>Environnement</translation>
        </message>
        <message>
            <location filename="../core/report/findings_section.py" />
            <source>Spread and assumed errors</source>
            <translation>Dispersion et erreurs supposées</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Masked and averaged displacement</source>
            <translation>Déplacement masqué et moyenné</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Means over cells of the EASE-Grid 2.0 ({grid}), without pixels faster than {limit:g} mm/yr in the line of sight.</source>
            <translation>Moyennes sur les cellules de l’EASE-Grid 2.0 ({grid}), sans les pixels plus rapides que {limit:g} mm/an dans la ligne de visée.</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Mask</source>
            <translation>Masque</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Cells</source>
            <translation>Cellules</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>No pixel has a velocity.</source>
            <translation>Aucun pixel n'a de vitesse.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{there} of {all} pixels have a velocity; nine of ten lie between {low:+.1f} and {high:+.1f} mm a year, half of them above {middle:+.1f}.</source>
            <translation>{there} pixels sur {all} ont une vitesse ; neuf sur dix sont entre {low:+.1f} et {high:+.1f} mm par an, la moitié au-dessus de {middle:+.1f}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{used} of {total} interferograms are good enough to be used.</source>
            <translation>{used} interférogrammes sur {total} sont assez bons pour servir.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>They join all dates.</source>
            <translation>Ils relient toutes les dates.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Spans of time without any of them: {gaps}; a motion model must bridge these.</source>
            <translation>Intervalles de temps sans aucun d'eux : {gaps} ; un modèle de mouvement doit les franchir.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Unbiased RMSD to GRACE over {months} months: {before:.1f} mm for the open loop, {after:.1f} mm for the analysis; R {r_before:.2f} and {r_after:.2f}.</source>
            <translation>RMSD sans biais par rapport à GRACE sur {months} mois : {before:.1f} mm pour la boucle ouverte, {after:.1f} mm pour l'analyse ; R {r_before:.2f} et {r_after:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{pairs} interferograms join {dates} dates from {first} to {last}.</source>
            <translation>{pairs} interférogrammes relient {dates} dates, du {first} au {last}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>In the median pair {coverage:.0%} of the pixels have a value; mean coherence is {coherence:.2f}.</source>
            <translation>Dans la paire médiane, {coverage:.0%} des pixels ont une valeur ; la cohérence moyenne est de {coherence:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>They fall into {} groups of dates that nothing joins.</source>
            <translation>Elles forment {} groupes de dates que rien ne relie.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>These figures are impossible at this place: {}.</source>
            <translation>Ces valeurs sont impossibles en ce lieu : {}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>No figure is impossible at this place: the weather can be used.</source>
            <translation>Aucune valeur n’est impossible en ce lieu : les données météorologiques sont utilisables.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>An error of {:.1f} mm is the most likely.</source>
            <translation>L’erreur la plus vraisemblable est de {:.1f} mm.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>With {:.1f} mm the innovations are as large as expected.</source>
            <translation>Avec {:.1f} mm, les innovations ont la taille attendue.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>The error lies outside the range that was tried.</source>
            <translation>L’erreur est en dehors de l’intervalle essayé.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>One metre of water moves the ground by {centre:.2f} mm at the centre and {edge:.2f} mm at the edge.</source>
            <translation>Un mètre d’eau déplace le sol de {centre:.2f} mm au centre et de {edge:.2f} mm au bord.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Half of the centre's motion is left at {:.0f} km.</source>
            <translation>À {:.0f} km, il reste la moitié du mouvement du centre.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Missing or broken: {}. The commands that install them stand below.</source>
            <translation>Manquants ou défectueux : {}. Les commandes qui les installent figurent plus bas.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Everything that Groundswell needs is there and works.</source>
            <translation>Tout ce dont Groundswell a besoin est présent et fonctionne.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{count} columns have all parameters; rock lies {low:.1f} to {high:.1f} m deep.</source>
            <translation>{count} colonnes ont tous leurs paramètres ; la roche se trouve entre {low:.1f} et {high:.1f} m de profondeur.</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>Imported interferograms</source>
            <translation>Interférogrammes importés</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>{pairs} interferograms between {dates} acquisitions.</source>
            <translation>{pairs} interférogrammes entre {dates} acquisitions.</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>Tropospheric correction</source>
            <translation>Correction troposphérique</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Increments</source>
            <translation>Incréments</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Increments of the land model's stores</source>
            <translation>Incréments des réservoirs du modèle</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Water budget of the land model</source>
            <translation>Bilan hydrique du modèle</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_masks.py" />
            <source>Noise indices</source>
            <translation>Indices de bruit</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_motion.py" />
            <source>Displacement over time</source>
            <translation>Déplacement au cours du temps</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_motion.py" />
            <source>Terms of the motion</source>
            <translation>Termes du mouvement</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_quality.py" />
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_report.py" />
            <source>Line-of-sight displacement at {dates} dates for {solved} of {pixels} pixels, positive towards the satellite, relative to the reference area and to the first date.</source>
            <translation>Déplacement dans la ligne de visée à {dates} dates pour {solved} pixels sur {pixels}, positif vers le satellite, relatif à la zone de référence et à la première date.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Table {}.</source>
            <translation>Tableau {}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Figure {}.</source>
            <translation>Figure {}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Synthetic data: everything here was computed from an invented study area with known truth, to show and test the method. It says nothing about a real place.</source>
            <translation>Données synthétiques : tout est calculé à partir d'une zone d'étude inventée dont la vérité est connue, pour montrer et tester la méthode. Cela ne dit rien d'un lieu réel.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Warnings</source>
            <translation>Avertissements</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Parameters of the land model</source>
            <translation>Paramètres du modèle de surface</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.</source>
            <translation>EASE-Grid 2.0 {grid}, de {west:.2f} à {east:.2f} E, de {south:.2f} à {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Ranges</source>
            <translation>Plages</translation>
        </message>
        <message>
            <location filename="../core/report/provenance.py" />
            <location filename="../core/report/response_report.py" />
            <location filename="../core/report/study_report.py" />
            <location filename="../core/report/tuning_report.py" />
            <source>How it was made</source>
            <translation>Comment cela a été fait</translation>
        </message>
        <message>
            <location filename="../core/report/response_report.py" />
            <source>Vertical displacement of the ground under one metre of water on a disk of {radius:g} km radius, on an elastic, layered Earth ({model}). Water presses the ground down; the response reaches far beyond the disk.</source>
            <translation>Déplacement vertical du sol sous un mètre d’eau sur un disque de {radius:g} km de rayon, sur une Terre élastique et stratifiée ({model}). L’eau enfonce le sol ; la réponse s’étend bien au-delà du disque.</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Storage by inversion of displacement</source>
            <translation>Stock d'eau par inversion du déplacement</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Mean storage of the region</source>
            <translation>Stock moyen de la région</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Season and trend</source>
            <translation>Saison et tendance</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>What the data resolve</source>
            <translation>Ce que les données résolvent</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Scales and sizes of the prior</source>
            <translation>Échelles et amplitudes de l'a priori</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Each datum against all others</source>
            <translation>Chaque donnée face à toutes les autres</translation>
        </message>
        <message>
            <location filename="../core/report/study_inversion.py" />
            <source>Storage without a land model</source>
            <translation>Stock d'eau sans modèle de surface</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Water storage from satellite radar</source>
            <translation>Stock d'eau par radar satellitaire</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The displacement is relative to its reference area: motion common to the whole frame, which is most of what water causes, is not in it. Give a vertical series measured there (GNSS) to the step Line of sight to vertical.</source>
            <translation>Le déplacement est relatif à sa zone de référence : le mouvement commun à toute l'image, soit l'essentiel de ce que l'eau provoque, n'y est pas. Donnez une série verticale mesurée là (GNSS) à l'étape de la ligne de visée à la verticale.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The observations can hardly constrain the storage.</source>
            <translation>Les observations ne peuvent guère contraindre le stock d'eau.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE cannot resolve it: its value there is mostly that of the surroundings.</source>
            <translation>GRACE ne peut la résoudre : sa valeur y est surtout celle des environs.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE resolves it poorly.</source>
            <translation>GRACE la résout mal.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE's mascons are recommended for regions above 200 000 km².</source>
            <translation>Les mascons de GRACE sont recommandés pour des régions de plus de 200 000 km².</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The region has {} km².</source>
            <translation>La région a {} km².</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The modelled storage has assimilated GRACE itself: its agreement with GRACE proves nothing.</source>
            <translation>Le stock d'eau modélisé a lui-même assimilé GRACE : son accord avec GRACE ne prouve rien.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms, assimilated into a land model's water storage, and compared with GRACE.</source>
            <translation>Mouvement du sol tiré d'interférogrammes radar, assimilé dans le stock d'eau d'un modèle de surface et comparé à GRACE.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms, assimilated into a land model's water storage.</source>
            <translation>Mouvement du sol tiré d'interférogrammes radar, assimilé dans le stock d'eau d'un modèle de surface.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms.</source>
            <translation>Mouvement du sol tiré d'interférogrammes radar.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Methods</source>
            <translation>Méthodes</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Found in</source>
            <translation>Se trouve dans</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>All steps (times in UTC).</source>
            <translation>Toutes les étapes (heures UTC).</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Attributes of the file: {}.</source>
            <translation>Attributs du fichier : {}.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <location filename="../core/report/study_storage.py" />
            <source>Load and displacement</source>
            <translation>Charge et déplacement</translation>
        </message>
        <message>
            <location filename="../core/report/study_storage.py" />
            <source>Assimilation</source>
            <translation>Assimilation</translation>
        </message>
        <message>
            <location filename="../core/report/tuning_report.py" />
            <source>Observation error</source>
            <translation>Erreur d'observation</translation>
        </message>
        <message>
            <location filename="../core/report/tuning_report.py" />
            <source>The run nearest to it</source>
            <translation>L'exécution la plus proche</translation>
        </message>
        <message>
            <location filename="../core/report/verdict_section.py" />
            <source>Did the data help?</source>
            <translation>Les données ont-elles aidé ?</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>{source}, {days} days from {first} to {last}, every {hours:g} h.</source>
            <translation>{source}, {days} jours du {first} au {last}, toutes les {hours:g} h.</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>Figures</source>
            <translation>Chiffres</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>The day</source>
            <translation>La journée</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>The days</source>
            <translation>Les jours</translation>
        </message>
    </context>
</TS>
