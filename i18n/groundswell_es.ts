<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>@default</name>
        <message>
            <location filename="../plugin.py" />
            <source>Time series</source>
            <translation>Series temporales</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>Show the series of a Groundswell file at a clicked point</source>
            <translation>Muestra la serie de un archivo de Groundswell en el punto pulsado</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>New study...</source>
            <translation>Nuevo estudio...</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>Run the whole chain step by step, from folders of data to the report</source>
            <translation>Ejecuta toda la cadena paso a paso, de las carpetas de datos al informe</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Assimilate displacement</source>
            <translation>Asimilar desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Corrects modelled water storage by the vertical motion of the ground. An ensemble of the storage is turned into displacement by the elastic load of all cells; the ensemble Kalman filter weighs it against what was observed; the correction persists and fades with the error memory. The same ensemble without observations, the open loop, is written beside it, with normalized innovations that tell whether the errors were assumed rightly.

Instead of storage from a file, give weather and parameters: the Catchment model then runs as an ensemble from epoch to epoch, and carries the corrected soil water and snow on by itself.

By default the best estimate that the data allow: storage of a single series is corrected by an exact smoother that knows that models err in the size and time of their season; all sizes of errors are found from the data by their likelihood; stations and GRACE are data like the frames. The report begins with the verdict: what withheld data say, whether the gain survives displacement that holds nothing (placebo), and whether the season of the data can be one of water. METHOD paper is that of Chen et al. (2022).

Both observed and predicted displacement enter as anomalies to their mean over the common epochs. Displacement must be absolute (see Line of sight to vertical): interferograms alone cannot tell what moves the whole frame. More frames, of other tracks or beside the first, each have a reference of their own: one that is tied says what a relative one cannot.

The one-dimensional filter of the paper updates every cell by its own observation. With honest errors it lowers the error of the regional mean by about 10 to 25 %, not by half; the three-dimensional filters use all observations for every cell and reach more. Before the run it is said how much the observations can be expected to tell; displacement of unknown reference tells next to nothing of storage.

Source: Chen et al. (2022), eq. 2, 3 and 9; Evensen (2009).</source>
            <translation>Corrige el almacenamiento de agua modelado mediante el movimiento vertical del suelo. Un conjunto de estados de almacenamiento se convierte en desplazamiento por la carga elástica de todas las celdas; el filtro de Kalman por conjuntos lo pondera frente a lo observado; la corrección persiste y se desvanece con la memoria del error. El mismo conjunto sin observaciones, el lazo abierto, se escribe junto a él, con innovaciones normalizadas que dicen si los errores se supusieron bien.

En lugar de almacenamiento de un archivo, dé tiempo y parámetros: el modelo Catchment corre entonces como conjunto de época en época, y lleva consigo el agua del suelo y la nieve corregidas.

Por omisión, la mejor estimación que permiten los datos: el almacenamiento de una sola serie se corrige con un suavizador exacto que sabe que los modelos yerran en el tamaño y el momento de su ciclo estacional; todos los tamaños de los errores se hallan de los datos por su verosimilitud; las estaciones y GRACE son datos como las imágenes. El informe empieza por el veredicto: qué dicen los datos retenidos, si la ganancia sobrevive a un desplazamiento que no contiene nada (placebo) y si el ciclo estacional de los datos puede ser de agua. METHOD paper es el de Chen et al. (2022).

El desplazamiento observado y el predicho entran como anomalías respecto a su media en las épocas comunes. El desplazamiento debe ser absoluto (véase De línea de visión a vertical): los interferogramas por sí solos no dicen qué mueve a toda la imagen. Las demás imágenes, de otras órbitas o junto a la primera, tienen cada una su referencia: una que está ligada dice lo que una relativa no puede.

El filtro unidimensional del artículo actualiza cada celda con su propia observación. Con errores honestos reduce el error de la media regional entre un 10 y un 25 %, no a la mitad; los filtros tridimensionales usan todas las observaciones en cada celda y logran más. Antes de la ejecución se dice cuánto cabe esperar de las observaciones; un desplazamiento de referencia desconocida casi no dice nada del almacenamiento.

Fuente: Chen et al. (2022), ec. 2, 3 y 9; Evensen (2009).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>State to take up</source>
            <translation>Estado que se retoma</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Written by an earlier run as SAVE_RESTART: its epochs are left out, its state goes on. With FORCING also the state that Run the land model wrote, to begin with.</source>
            <translation>Escrito por una ejecución anterior como SAVE_RESTART: sus épocas se omiten y su estado continúa. Con FORCING también el estado que escribió Ejecutar el modelo de superficie, para empezar.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <location filename="../processing/parameters.py" />
            <source>Last date</source>
            <translation>Última fecha</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Epochs after it are left for a later run, as 2018-12-31. Empty: all.</source>
            <translation>Las épocas posteriores quedan para otra ejecución, como 2018-12-31. Vacío: todas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Write all members</source>
            <translation>Escribir todos los miembros</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Adds every member of open loop and analysis to the output.</source>
            <translation>Añade a la salida cada miembro del lazo abierto y del análisis.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/place.py" />
            <source>Analysis</source>
            <translation>Análisis</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Open loop and analysis, innovations, increments.</source>
            <translation>Lazo abierto y análisis, innovaciones, incrementos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Series, innovations, spread and skill, increments, water budget.</source>
            <translation>Series, innovaciones, dispersión y acierto, incrementos, balance de agua.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>State after the last epoch</source>
            <translation>Estado tras la última época</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>From which a later run goes on, to the last bit as if it were one.</source>
            <translation>Desde él continúa otra ejecución, idéntica hasta el último bit a una sola.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Epochs</source>
            <translation>Épocas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Pooled standard deviation of normalized innovations</source>
            <translation>Desviación típica conjunta de las innovaciones normalizadas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Check environment</source>
            <translation>Comprobar el entorno</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Tries the Python packages that Groundswell needs, each in a process of its own, and lists their versions; for each that is missing or broken, the command that installs it on this system.</source>
            <translation>Prueba los paquetes de Python que Groundswell necesita, cada uno en un proceso propio, y enumera sus versiones; para cada uno que falte o esté dañado, la orden que lo instala en este sistema.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>The list as a page.</source>
            <translation>La lista como página.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Missing packages</source>
            <translation>Paquetes que faltan</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Check interferograms</source>
            <translation>Comprobar interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Flags interferograms of low coherence, low coverage or bad loop closure (phase 1-2 plus 2-3 minus 1-3 must vanish; an interferogram is bad when none of its loops closes), counts unwrapping errors per pixel, and chooses the reference area: the place to which all displacement is relative.

The area is found automatically (complete, coherent, small closure error) or given by a place or by polygons. Which pixels the 5 mm/yr mask removes later depends on it.

Source: the checks follow LiCSBAS (Morishita et al. 2020).</source>
            <translation>Marca los interferogramas de baja coherencia, baja cobertura o mal cierre de lazos (la fase 1-2 más 2-3 menos 1-3 debe anularse; un interferograma es malo si ninguno de sus lazos cierra), cuenta los errores de desenrollado por píxel y elige el área de referencia: el lugar respecto al cual se da todo desplazamiento.

El área se busca automáticamente (completa, coherente, con pequeño error de cierre) o se indica con un lugar o con polígonos. De ella depende qué píxeles quita después la máscara de 5 mm/año.

Fuente: las comprobaciones siguen a LiCSBAS (Morishita et al. 2020).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Interferogram stack</source>
            <translation>Pila de interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>From Import interferograms.</source>
            <translation>De Importar interferogramas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Reference place</source>
            <translation>Lugar de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Centre of the reference area, such as a GNSS station. Empty: chosen automatically.</source>
            <translation>Centro del área de referencia, como una estación GNSS. Vacío: se elige automáticamente.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Reference polygons</source>
            <translation>Polígonos de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>The pixels whose centres lie in these polygons are the reference area, where no reference place is given.</source>
            <translation>Si no se da un lugar de referencia, el área de referencia son los píxeles cuyo centro está en estos polígonos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Least mean coherence</source>
            <translation>Coherencia media mínima</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs with a lower mean coherence are rejected.</source>
            <translation>Se rechazan los pares con una coherencia media menor.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Least coverage</source>
            <translation>Cobertura mínima</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs with data on a smaller part of the frame are rejected.</source>
            <translation>Se rechazan los pares con datos en una parte menor de la imagen.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Largest loop closure (rad)</source>
            <translation>Mayor cierre de lazo (rad)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Root mean square of a loop's closure over the frame above which the loop does not count as closed.</source>
            <translation>Raíz cuadrática media del cierre de un lazo en la imagen por encima de la cual el lazo no cuenta como cerrado.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs to keep in any case</source>
            <translation>Pares que se conservan en todo caso</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Names such as 20180106_20180130, separated by blanks or commas.</source>
            <translation>Nombres como 20180106_20180130, separados por espacios o comas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs to reject in any case</source>
            <translation>Pares que se rechazan en todo caso</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Correct whole turns</source>
            <translation>Corregir vueltas enteras</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Take whole turns off single pixels where the loops leave no doubt which interferogram is wrong.</source>
            <translation>Quita vueltas enteras de píxeles aislados donde los lazos no dejan duda de qué interferograma yerra.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Remove what does not close</source>
            <translation>Quitar lo que no cierra</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Set interferograms to missing at pixels where they are in loops, but in none that closes.</source>
            <translation>Deja sin dato los interferogramas en píxeles donde están en lazos, pero en ninguno que cierre.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Checked stack</source>
            <translation>Pila comprobada</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>The stack with flags and reference area.</source>
            <translation>La pila con marcas y área de referencia.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Network with the rejected pairs, coherence, coverage and closure.</source>
            <translation>Red con los pares rechazados, coherencia, cobertura y cierre.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Rejected pairs</source>
            <translation>Pares rechazados</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Check weather</source>
            <translation>Comprobar el tiempo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Reads weather as Run the land model does and holds it against what is plausible at the columns: yearly precipitation and its part of snow, long wave against the air's temperature, short wave against the sun, humidity, wind, and how many minutes the short wave is behind the sun, which shows a wrong clock. What no weather has is named with its likely cause; Run the land model stops there.</source>
            <translation>Lee los datos meteorológicos como lo hace Ejecutar el modelo de superficie y los contrasta con lo plausible en las columnas: precipitación anual y su parte de nieve, onda larga frente a la temperatura del aire, onda corta frente al sol, humedad, viento y cuántos minutos va la onda corta por detrás del sol, lo que delata un reloj equivocado. Lo que ningún tiempo presenta se nombra con su causa probable; Ejecutar el modelo de superficie se detiene ahí.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Figures against plausible ranges, the course of the day, the days.</source>
            <translation>Cifras frente a rangos plausibles, el curso del día, los días.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Table of the figures</source>
            <translation>Tabla de las cifras</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>One row a figure.</source>
            <translation>Una fila por cifra.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Impossible figures</source>
            <translation>Cifras imposibles</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Minutes behind the sun</source>
            <translation>Minutos por detrás del sol</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Precipitation (mm/yr)</source>
            <translation>Precipitación (mm/año)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Compare with GRACE</source>
            <translation>Comparar con GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Averages open loop and analysis over the very days that each GRACE solution used, takes anomalies over the common months, and gives correlation R and unbiased root-mean-square difference (ubRMSD) for the region's mean, in total and by period, and for every cell.

GRACE cannot resolve a region below some 100 000 square kilometres: you are warned, and told what part of a load in the region GRACE would see. So both runs are also compared smoothed as GRACE is, and other GRACE products can stand beside the first. A difference between R 0.96 and R 0.97 over two years means nothing: the table gives confidence intervals and the skill against the open loop.

Months that GRACE lacks are recovered from the analysis, and the same is done with months that it has, to show how well.

Source: Chen et al. (2022), eq. 7 and 8 (population form).</source>
            <translation>Promedia el lazo abierto y el análisis en los mismos días que usó cada solución de GRACE, toma anomalías respecto a los meses comunes y da la correlación R y la diferencia cuadrática media sin sesgo (ubRMSD) de la media regional, en total y por período, y de cada celda.

GRACE no puede resolver una región menor de unos 100 000 kilómetros cuadrados: se le advierte, y se le dice qué parte de una carga en la región vería GRACE. Por eso ambas ejecuciones se comparan también suavizadas como GRACE, y otros productos de GRACE pueden figurar junto al primero. Una diferencia entre R 0.96 y R 0.97 en dos años no significa nada: la tabla da intervalos de confianza y la habilidad frente al lazo abierto.

Los meses que faltan en GRACE se recuperan del análisis, y lo mismo se hace con meses que sí tiene, para mostrar con qué acierto.

Fuente: Chen et al. (2022), ec. 7 y 8 (forma poblacional).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>From Assimilate displacement.</source>
            <translation>De Asimilar desplazamiento.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/dropping.py" />
            <source>GRACE storage</source>
            <translation>Almacenamiento de GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>From Import GRACE, on the same grid.</source>
            <translation>De Importar GRACE, en la misma malla.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/best_parameters.py" />
            <location filename="../core/report/comparison_report.py" />
            <source>Region</source>
            <translation>Región</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Polygons whose mean is compared, by exact overlap. Empty: all cells that had observations.</source>
            <translation>Polígonos cuya media se compara, por solape exacto. Vacío: todas las celdas que tuvieron observaciones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/study_check.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Periods</source>
            <translation>Períodos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Such as 2018-12-02..2019-12-31, 2020-01-01..2021-01-20; each gets its own row in the table.</source>
            <translation>Como 2018-12-02..2019-12-31, 2020-01-01..2021-01-20; cada uno recibe su fila en la tabla.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Longest gap between samples (days)</source>
            <translation>Mayor hueco entre muestras (días)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>A month in which the analysis has a longer gap is left out.</source>
            <translation>Se omite un mes en el que el análisis tiene un hueco mayor.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Radius of GRACE's footprint (km)</source>
            <translation>Radio de la huella de GRACE (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Both runs are compared a second time as GRACE shows them, where the load domain is wide enough. -1: by what the product itself went through (Gaussian, destriping, DDK, mascons), as its file says. Above 0: by a Gaussian of this radius. 0: not at all.</source>
            <translation>Ambas ejecuciones se comparan otra vez tal como las muestra GRACE, donde el dominio de carga es bastante ancho. -1: con el tratamiento que recibió el propio producto (gaussiano, eliminación de bandas, DDK, mascones), según dice su archivo. Mayor que 0: con un filtro gaussiano de este radio. 0: nada.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Other GRACE products</source>
            <translation>Otros productos de GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>More files from Import GRACE: their means stand beside the first product's, with the spread of all.</source>
            <translation>Más archivos de Importar GRACE: sus medias figuran junto a la del primer producto, con la dispersión de todos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Other storage</source>
            <translation>Otro almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Files with tws, such as from Displacement to storage without a model: rows of their own in the table, and a test whether they and the analysis agree within their errors.</source>
            <translation>Archivos con tws, como los de Desplazamiento a almacenamiento sin modelo: filas propias en la tabla, y una prueba de si concuerdan con el análisis dentro de sus errores.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../core/report/parameters_report.py" />
            <source>Maps</source>
            <translation>Mapas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>R and ubRMSD of every cell, and the monthly means.</source>
            <translation>R y ubRMSD de cada celda, y las medias mensuales.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>One row for each series and period.</source>
            <translation>Una fila por serie y período.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Series, maps and table.</source>
            <translation>Series, mapas y tabla.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Create example study area</source>
            <translation>Crear área de estudio de ejemplo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Writes a synthetic study area around Dali (Yunnan) whose true water storage is known: interferograms in LiCSAR layout with GACOS delays, a GNSS series at the reference area, land-model storage that is wrong as models are, and GRACE in the CSR mascon layout with its real gaps. Use it to learn the chain, or to see what a method can reach before you trust it with real data. Weather and soils for running the land model lie beside them.

Everything in it is synthetic, and layers and reports made from it say so. The truth is written beside the data; README.txt explains every file.</source>
            <translation>Escribe un área de estudio sintética en torno a Dali (Yunnan) cuyo almacenamiento de agua verdadero se conoce: interferogramas en el formato de LiCSAR con retardos de GACOS, una serie GNSS en el área de referencia, almacenamiento de un modelo de superficie que yerra como yerran los modelos, y GRACE en el formato de mascones de CSR con sus huecos reales. Úsela para aprender la cadena, o para ver qué puede lograr un método antes de confiarle datos reales. El tiempo y los suelos para ejecutar el modelo de superficie están con ellos.

Todo en ella es sintético, y así lo dicen las capas y los informes que se hacen con ella. La verdad se escribe junto a los datos; README.txt explica cada archivo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>small: under 60 MB, for learning and demonstrations. paper: 155 dates and 448 interferograms, as in Chen et al. (2022). catchment: truth and land model are runs of the Catchment model with different soils and rain, 2018 to 2021; takes some minutes.</source>
            <translation>small: menos de 60 MB, para aprender y demostrar. paper: 155 fechas y 448 interferogramas, como en Chen et al. (2022). catchment: la verdad y el modelo de superficie son ejecuciones del modelo Catchment con suelos y lluvia distintos, de 2018 a 2021; tarda algunos minutos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>What the land model gets wrong</source>
            <translation>Qué falla en el modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>large: its season is half as large again and early; right: only spells of its own; small: too small and late; varied: as large, otherwise from place to place; years: wrong years; trend: a trend that it lacks; rain: rain of half a year off by a quarter; stations: yearly errors of stations; ramp: a frame with planes; catchment: truth and model are runs of the Catchment model (with PRESET catchment).</source>
            <translation>large: su estación es la mitad mayor y temprana; right: solo rachas propias; small: demasiado pequeña y tardía; varied: como large, distinta de un lugar a otro; years: años equivocados; trend: una tendencia que le falta; rain: lluvia de medio año con un cuarto de error; stations: errores anuales de estaciones; ramp: una imagen con planos; catchment: verdad y modelo son ejecuciones del modelo Catchment (con PRESET catchment).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>The same seed gives the same study area, bit for bit.</source>
            <translation>La misma semilla da la misma área de estudio, bit a bit.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Study area</source>
            <translation>Área de estudio</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>A new or empty folder.</source>
            <translation>Una carpeta nueva o vacía.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Interferogram frame folder</source>
            <translation>Carpeta de la imagen de interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>GACOS folder</source>
            <translation>Carpeta de GACOS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Vertical series of the reference area</source>
            <translation>Serie vertical del área de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Heights of GNSS stations</source>
            <translation>Alturas de estaciones GNSS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Land-model storage</source>
            <translation>Almacenamiento del modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>GRACE mascons</source>
            <translation>Mascones de GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Weather for the land model</source>
            <translation>Tiempo para el modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Parameters for the land model</source>
            <translation>Parámetros para el modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Study region</source>
            <translation>Región de estudio</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>True storage</source>
            <translation>Almacenamiento verdadero</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Place of the reference area (lon,lat)</source>
            <translation>Lugar del área de referencia (lon,lat)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Decompose line of sight</source>
            <translation>Descomponer la línea de visión</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Solves the series of an ascending and a descending track of the same area for vertical and east displacement, pixel by pixel. The north component, to which both are nearly blind, is taken as 0.

The result has the grid and the dates of the ascending series where the descending one covers them; the latter is interpolated. Both are referred to the same area, the reference area of one of them.

The vertical displacement goes on to Mask and downsample; no conversion to vertical is needed.

Sources: Fialko et al. (2001); Wright et al. (2004).</source>
            <translation>Resuelve las series de una pasada ascendente y una descendente de la misma zona en desplazamiento vertical y este, píxel a píxel. La componente norte, a la que ambas son casi ciegas, se toma como 0.

El resultado tiene la malla y las fechas de la serie ascendente donde la descendente las cubre; esta se interpola. Ambas se refieren a la misma área, el área de referencia de una de ellas.

El desplazamiento vertical pasa a Enmascarar y submuestrear; no hace falta convertirlo a vertical.

Fuentes: Fialko et al. (2001); Wright et al. (2004).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Ascending series</source>
            <translation>Serie ascendente</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>From Invert interferograms.</source>
            <translation>De Invertir interferogramas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Descending series</source>
            <translation>Serie descendente</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>From Invert interferograms, same area.</source>
            <translation>De Invertir interferogramas, misma zona.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Longest interval of the descending track (days)</source>
            <translation>Mayor intervalo de la pasada descendente (días)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Ascending dates between descending dates that lie farther apart are left out.</source>
            <translation>Se omiten las fechas ascendentes entre fechas descendentes más separadas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Vertical and east displacement</source>
            <translation>Desplazamiento vertical y este</translation>
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
            <translation>Archivo NetCDF para el paso siguiente.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Estimate land model parameters</source>
            <translation>Estimar parámetros del modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Makes the parameters that Run the land model needs: the distribution of the topographic index of an elevation model in each cell of the EASE-Grid 2.0, with soil texture and depth to bedrock, gives the saturated area, the root zone's wetness, baseflow and the exchange with the water table as functions of the catchment deficit.

Leaf area, greenness and albedo come from rasters of twelve months, or follow the vegetation class and a plain season. Legends, orders and units are read from the files or asked for; every cell that gets no column is accounted for.

Sources: Ducharne et al. (2000); Beven and Kirkby (1979); Clapp and Hornberger (1978).</source>
            <translation>Hace los parámetros que necesita Ejecutar el modelo de superficie: la distribución del índice topográfico de un modelo de elevación en cada celda de la EASE-Grid 2.0, con la textura del suelo y la profundidad a la roca, da el área saturada, la humedad de la zona de raíces, el flujo de base y el intercambio con la capa freática como funciones del déficit de la cuenca.

El área foliar, el verdor y el albedo vienen de ráster de doce meses, o siguen la clase de vegetación y un ciclo estacional sencillo. Leyendas, órdenes y unidades se leen de los archivos o se preguntan; se da cuenta de cada celda que no recibe columna.

Fuentes: Ducharne et al. (2000); Beven y Kirkby (1979); Clapp y Hornberger (1978).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Rasters (*.tif *.tiff *.vrt *.img *.asc);;All files (*)</source>
            <translation>Rásteres (*.tif *.tiff *.vrt *.img *.asc);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Elevation model</source>
            <translation>Modelo de elevación</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Metres; pixels of 30 to 1000 m, any size; a file, or the path of a folder of tiles.</source>
            <translation>Metros; píxeles de 30 a 1000 m, de cualquier tamaño; un archivo, o la ruta de una carpeta de teselas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil texture</source>
            <translation>Textura del suelo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Texture classes, in the order that Soil order says. Loam where empty and no sand and clay are given.</source>
            <translation>Clases de textura, en el orden que dice Orden de los suelos. Franco donde esté vacío y no se den arena y arcilla.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil order</source>
            <translation>Orden de los suelos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>statsgo: 1 sand, 2 loamy sand, 3 sandy loam, 4 silt loam, 5 silt, 6 loam, 7 sandy clay loam, 8 silty clay loam, 9 clay loam, 10 sandy clay, 11 silty clay, 12 clay; usda: 1 clay to 12 sand (SoilGrids); hwsd: 1 heavy clay to 13 sand. auto: as the file names it, else it is asked for.</source>
            <translation>statsgo: 1 arena, 2 arena franca, 3 franco arenoso, 4 franco limoso, 5 limo, 6 franco, 7 franco arcillo-arenoso, 8 franco arcillo-limoso, 9 franco arcilloso, 10 arcilla arenosa, 11 arcilla limosa, 12 arcilla; usda: de 1 arcilla a 12 arena (SoilGrids); hwsd: de 1 arcilla pesada a 13 arena. auto: como lo nombra el archivo; si no, se pide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Table of mapping units</source>
            <translation>Tabla de unidades cartográficas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/earth_files.py" />
            <source>Tables (*.csv *.txt);;All files (*)</source>
            <translation>Tablas (*.csv *.txt);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With HWSD's raster of units (hwsd.bil) as Soil texture: its table HWSD_DATA or HWSD2_LAYERS, exported as CSV. Sand and clay are averaged over the soils of a unit and the first metre.</source>
            <translation>Si la textura del suelo es el ráster de unidades de HWSD (hwsd.bil): su tabla HWSD_DATA o HWSD2_LAYERS, exportada como CSV. La arena y la arcilla se promedian sobre los suelos de una unidad y el primer metro.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Sand</source>
            <translation>Arena</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With Clay instead of Soil texture: shares in %, g/kg (SoilGrids) or parts of 1.</source>
            <translation>Con Arcilla, en lugar de la textura del suelo: proporciones en %, g/kg (SoilGrids) o partes de 1.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Clay</source>
            <translation>Arcilla</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Share, in the same unit as Sand.</source>
            <translation>Proporción, en la misma unidad que Arena.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Land cover</source>
            <translation>Cobertura del suelo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>ESA WorldCover, CCI, MODIS or another map of the legends below. Grass where empty.</source>
            <translation>ESA WorldCover, CCI, MODIS u otro mapa con las leyendas de abajo. Hierba donde esté vacío.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Legend of the land cover</source>
            <translation>Leyenda de la cobertura del suelo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>auto: as the file names it or as only one legend has its classes. mosaic: 1 to 8 (evergreen, deciduous, needleleaf, grass, shrub, tundra, bare, desert). Water and ice get no column.</source>
            <translation>auto: como la nombra el archivo o la única leyenda que tiene sus clases. mosaic: 1 a 8 (perennifolio, caducifolio, aciculifolio, hierba, matorral, tundra, suelo desnudo, desierto). Agua y hielo no reciben columna.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth to bedrock</source>
            <translation>Profundidad a la roca</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Empty: the same depth everywhere.</source>
            <translation>Vacío: la misma profundidad en todas partes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Unit of the depth</source>
            <translation>Unidad de la profundidad</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>auto: as the file says, else mm where the numbers allow it.</source>
            <translation>auto: como dice el archivo; si no, mm donde los números lo permiten.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth without a raster (mm)</source>
            <translation>Profundidad sin ráster (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>To bedrock.</source>
            <translation>Hasta la roca.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Leaf area</source>
            <translation>Área foliar</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands, January to December, m2 m-2. By class where empty.</source>
            <translation>Doce bandas, de enero a diciembre, m2 m-2. Por clase donde esté vacío.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Greenness</source>
            <translation>Verdor</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands, parts of 1. By class where empty.</source>
            <translation>Doce bandas, partes de 1. Por clase donde esté vacío.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Albedo</source>
            <translation>Albedo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands of snow-free albedo, parts of 1 (MODIS). By class where empty.</source>
            <translation>Doce bandas de albedo sin nieve, partes de 1 (MODIS). Por clase donde esté vacío.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Decay of conductivity (1/m)</source>
            <translation>Decaimiento de la conductividad (1/m)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With depth: 2.17 in NASA's older data sets, 1 in the newer ones.</source>
            <translation>Con la profundidad: 2.17 en los conjuntos antiguos de la NASA, 1 en los nuevos.</translation>
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
            <translation>Debe ser la malla de las observaciones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../core/report/catchment_report.py" />
            <location filename="../core/report/study_report.py" />
            <source>Parameters</source>
            <translation>Parámetros</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>For Run the land model.</source>
            <translation>Para Ejecutar el modelo de superficie.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Maps of the parameters and of what each cell was made from.</source>
            <translation>Mapas de los parámetros y de aquello con que se hizo cada celda.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Columns</source>
            <translation>Columnas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Extract series at points</source>
            <translation>Extraer series en puntos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Reads the series of the pixel or cell at each point from any Groundswell file (displacement, storage, analysis): a table with point, date, variable, value and standard deviation, and a layer of the points with one field per date (D20180106 ...) of the file's main quantity, as InSAR viewers read it.</source>
            <translation>Lee la serie del píxel o celda de cada punto de cualquier archivo de Groundswell (desplazamiento, almacenamiento, análisis): una tabla con punto, fecha, variable, valor y desviación típica, y una capa de los puntos con un campo por fecha (D20180106 ...) de la magnitud principal del archivo, como la leen los visores de InSAR.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/kept.py" />
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>A NetCDF file with a time axis from any step.</source>
            <translation>Un archivo NetCDF con eje de tiempo de cualquier paso.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Layer of points in any reference system. On the command line also coordinates: 100.2,25.6; 100.4,25.9</source>
            <translation>Capa de puntos en cualquier sistema de referencia. En la línea de órdenes también coordenadas: 100.2,25.6; 100.4,25.9</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>or coordinates</source>
            <translation>o coordenadas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Longitude,latitude in degrees; several points separated by semicolons.</source>
            <translation>Longitud,latitud en grados; varios puntos separados por punto y coma.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Columns point, date, variable, value, std.</source>
            <translation>Columnas point, date, variable, value, std.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Points with series</source>
            <translation>Puntos con series</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>The points with a field for every date of the main quantity.</source>
            <translation>Los puntos con un campo para cada fecha de la magnitud principal.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Give POINTS (a layer) or COORDINATES (longitude,latitude).</source>
            <translation>Indique POINTS (una capa) o COORDINATES (longitud,latitud).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Fetch a LiCSAR frame</source>
            <translation>Obtener una imagen de LiCSAR</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Fetches a frame of the COMET LiCSAR portal: unwrapped interferograms and coherence of a period, metadata and geometry, and GACOS delays where the portal has them. The size is said first; what is here already is not fetched again, and a run that was broken off goes on where it ended. Sizes are verified.

Give the frame's name, or a region: where several frames cover it, the message names them. The portal needs no login. Give the result to Import interferograms.

Source: Lazecky et al. (2020), doi 10.3390/rs12152430. Cite the portal as it asks you to.</source>
            <translation>Obtiene una imagen del portal COMET LiCSAR: interferogramas desenrollados y coherencia de un período, metadatos y geometría, y retardos de GACOS donde el portal los tiene. Primero se dice el tamaño; lo que ya está aquí no se descarga otra vez, y una ejecución interrumpida sigue donde terminó. Los tamaños se verifican.

Dé el nombre de la imagen o una región: donde la cubren varias imágenes, el mensaje las nombra. El portal no pide identificación. Dé el resultado a Importar interferogramas.

Fuente: Lazecky et al. (2020), doi 10.3390/rs12152430. Cite el portal como este lo pide.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Frame</source>
            <translation>Marco</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Such as 106D_05248_131313. Empty: the frame that covers the extent.</source>
            <translation>Como 106D_05248_131313. Vacío: la imagen que cubre la extensión.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>What to fetch</source>
            <translation>Qué obtener</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Interferograms, delays of GACOS (corrections), or all. Metadata come with either.</source>
            <translation>Interferogramas, retardos de GACOS (correcciones) o todo. Los metadatos vienen con cualquiera.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Only say how much there is</source>
            <translation>Decir solo cuánto hay</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Nothing is fetched.</source>
            <translation>No se descarga nada.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Address of the folder that holds the folders of tracks; another one for a mirror.</source>
            <translation>Dirección de la carpeta que contiene las carpetas de las órbitas; otra para una réplica.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <location filename="../ui/guided_rows.py" />
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>The frame's folder is made in it.</source>
            <translation>En ella se crea la carpeta de la imagen.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Files fetched</source>
            <translation>Archivos obtenidos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Size of all files (MB)</source>
            <translation>Tamaño de todos los archivos (MB)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Fetch GNSS series</source>
            <translation>Obtener series GNSS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Fetches daily positions (tenv3) of the stations in a region, or of named ones, from the Nevada Geodetic Laboratory, with its list of steps. What is here with the same size is not fetched again, and a run that was broken off goes on where it ended. No login is needed. Give the folder to Import GNSS series.

Source: Blewitt et al. (2018), doi 10.1029/2018EO104623; cite it where you use the series.</source>
            <translation>Obtiene posiciones diarias (tenv3) de las estaciones de una región, o de las nombradas, del Nevada Geodetic Laboratory, con su lista de saltos. Lo que ya está aquí con el mismo tamaño no se descarga otra vez, y una ejecución interrumpida sigue donde terminó. No hace falta identificarse. Dé la carpeta a Importar series GNSS.

Fuente: Blewitt et al. (2018), doi 10.1029/2018EO104623; cítelo donde use las series.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <location filename="../processing/algorithms/importgnss.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations</source>
            <translation>Estaciones</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Names, beside or instead of the extent: KMIN, LHAS.</source>
            <translation>Nombres, además de la extensión o en su lugar: KMIN, LHAS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Reference frame</source>
            <translation>Marco de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>IGS20 is kept up to date; IGS14 is older.</source>
            <translation>IGS20 se mantiene al día; IGS14 es más antiguo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Another address for a mirror.</source>
            <translation>Otra dirección para una réplica.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>The series, steps.txt and stations.csv go there.</source>
            <translation>Ahí van las series, steps.txt y stations.csv.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage to vertical displacement</source>
            <translation>De almacenamiento a desplazamiento vertical</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement (mm, up positive) of an elastic Earth under the storage of all cells of the file: near cells act with their exact shape, far ones as disks, and every cell acts on every place, without a cut-off, because the far field of a large load carries a quarter to two thirds of the signal.

Storage beyond the file's edge is unknown and left out: give a field that reaches at least 1000 km beyond the place of interest, or a coarser background. Lakes and reservoirs can be added as polygons with their level. A file with a pressure (Pa or hPa, such as ERA5's sp) instead of storage gives the displacement by the atmosphere, under which the sea gives way, or by the ocean; products of GFZ (ESMGFZ) or the International Mass Loading Service hold displacement already: both to subtract from observations, which they follow in reference, first date and ramp.

Source: Chen et al. (2022), section II.D.2; Farrell (1972).</source>
            <translation>Desplazamiento vertical (mm, positivo hacia arriba) de una Tierra elástica bajo el almacenamiento de todas las celdas del archivo: las cercanas actúan con su forma exacta, las lejanas como discos, y cada celda actúa sobre cada lugar, sin corte, porque el campo lejano de una carga grande lleva de un cuarto a dos tercios de la señal.

El almacenamiento más allá del borde del archivo se desconoce y se omite: dé un campo que llegue al menos 1000 km más allá del lugar de interés, o un fondo más grueso. Lagos y embalses pueden añadirse como polígonos con su nivel. Un archivo con presión (Pa o hPa, como sp de ERA5) en lugar de almacenamiento da el desplazamiento por la atmósfera, bajo la cual el mar cede, o por el océano; los productos del GFZ (ESMGFZ) o del International Mass Loading Service ya contienen desplazamiento: ambos para restarlos de las observaciones, a las que siguen en referencia, primera fecha y rampa.

Fuente: Chen et al. (2022), sección II.D.2; Farrell (1972).</translation>
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
            <translation>Almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>From Import storage, or any step that writes storage.</source>
            <translation>De Importar almacenamiento o de cualquier paso que lo escriba.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage around it</source>
            <translation>Almacenamiento alrededor</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage of a larger area on any grid, in the same time: what lies outside the first file is added.</source>
            <translation>Almacenamiento de un área mayor en cualquier malla, en el mismo tiempo: se añade lo que queda fuera del primer archivo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Displacement at these points instead of the grid. On the command line also: 100.2,25.6; 100.4,25.9</source>
            <translation>Desplazamiento en estos puntos en lugar de la malla. En la línea de órdenes también: 100.2,25.6; 100.4,25.9</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Lakes</source>
            <translation>Lagos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Water bodies that rise and fall together, on top of the storage; needs their level.</source>
            <translation>Masas de agua que suben y bajan a la vez, además del almacenamiento; necesitan su nivel.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Lake levels</source>
            <translation>Niveles de los lagos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>CSV files (*.csv);;All files (*)</source>
            <translation>Archivos CSV (*.csv);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Table of date,level_m, or with such columns under other names. The mean is taken away.</source>
            <translation>Tabla de date,level_m, o con tales columnas bajo otros nombres. Se quita la media.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Cut-off distance (km)</source>
            <translation>Distancia de corte (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Empty: none. 300 km is what the paper uses; it loses much of the displacement of large loads.</source>
            <translation>Vacío: ninguna. El artículo usa 300 km; así se pierde mucho del desplazamiento de cargas grandes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Shape of cells</source>
            <translation>Forma de las celdas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>exact: edges of near cells; equal_area_disk: all cells as disks; paper_disk: disks of 14 km.</source>
            <translation>exact: bordes de las celdas cercanas; equal_area_disk: todas las celdas como discos; paper_disk: discos de 14 km.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Origin of degree 1. GNSS: CF; satellite orbits: CM; relative observations do not depend on it.</source>
            <translation>Origen del grado 1. GNSS: CF; órbitas de satélites: CM; las observaciones relativas no dependen de él.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Land</source>
            <translation>Tierra</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Polygons and masks (*.gpkg *.shp *.geojson *.nc);;All files (*)</source>
            <translation>Polígonos y máscaras (*.gpkg *.shp *.geojson *.nc);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>For pressure of the air, under which the sea gives way (inverted barometer): polygons of land, or a mask on the pressure's grid. Empty: the mask in the file (lsm), else the coast of QGIS's world map.</source>
            <translation>Para la presión del aire, bajo la cual el mar cede (barómetro invertido): polígonos de tierra, o una máscara en la malla de la presión. Vacío: la máscara del archivo (lsm); si no, la costa del mapa mundial de QGIS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Horizontal motion too</source>
            <translation>También el movimiento horizontal</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Adds east_displacement and north_displacement (mm); cells act as disks of their area.</source>
            <translation>Añade east_displacement y north_displacement (mm); las celdas actúan como discos de su área.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Observations to correct</source>
            <translation>Observaciones que se corrigen</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement from Line of sight to vertical. The output is then these observations less the load's displacement at their cells and dates, relative as they are. The load must be one without members.</source>
            <translation>Desplazamiento vertical de De línea de visión a vertical. La salida son entonces estas observaciones menos el desplazamiento de la carga en sus celdas y fechas, relativas tal como están. La carga debe ser una sin miembros.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/place.py" />
            <source>Vertical displacement</source>
            <translation>Desplazamiento vertical</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>NetCDF file on the storage's grid, or of the points.</source>
            <translation>Archivo NetCDF en la malla del almacenamiento, o de los puntos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Import displacement</source>
            <translation>Importar desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Reads displacement that is finished already, and writes the file that Invert interferograms writes (or points), for every step that follows. Recognised by content: a folder of OPERA DISP-S1 granules (chained over their moving reference dates), EGMS L2a, L2b and L3 (CSV or zip; releases are tied over common dates), MintPy's timeseries.h5 and HDF-EOS5, LiCSBAS's cum.h5 and cum_filt.h5, GeoTIFFs named by dates, tables and layers of points with a field a date (D20200131 or 20200131).

Unit, sign and reference are read from the file, or asked for. What was taken from the series before (ramps, filters, tides) is handed on, and a message says what that does to water.

Sources: OPERA DISP-S1 product specification (JPL); Costantini et al. (2021) for EGMS; Yunjun et al. (2019) for MintPy; Morishita et al. (2020) for LiCSBAS.</source>
            <translation>Lee desplazamiento ya terminado y escribe el archivo que escribe Invertir interferogramas (o puntos), para cada paso siguiente. Reconocidos por su contenido: una carpeta de gránulos de OPERA DISP-S1 (encadenados por sus fechas de referencia móviles), EGMS L2a, L2b y L3 (CSV o zip; las ediciones se unen por las fechas comunes), timeseries.h5 y HDF-EOS5 de MintPy, cum.h5 y cum_filt.h5 de LiCSBAS, GeoTIFF nombrados por fechas, tablas y capas de puntos con un campo por fecha (D20200131 o 20200131).

Unidad, signo y referencia se leen del archivo o se preguntan. Lo que se quitó antes a la serie (rampas, filtros, mareas) se transmite, y un mensaje dice qué efecto tiene sobre el agua.

Fuentes: especificación del producto OPERA DISP-S1 (JPL); Costantini et al. (2021) para EGMS; Yunjun et al. (2019) para MintPy; Morishita et al. (2020) para LiCSBAS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Product</source>
            <translation>Producto</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/earth_files.py" />
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>A file of the product, or the path of its folder: OPERA granules, tiles and releases of EGMS.</source>
            <translation>Un archivo del producto, o la ruta de su carpeta: gránulos de OPERA, teselas y ediciones de EGMS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Look vectors or incidence angle</source>
            <translation>Vectores de visión o ángulo de incidencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Where the product has none: OPERA's los_enu.tif (east, north, up), MintPy's geometry file, a folder with LiCSAR's E, N and U files, or one angle from the vertical in degrees.</source>
            <translation>Donde el producto no los tiene: los_enu.tif de OPERA (este, norte, arriba), el archivo de geometría de MintPy, una carpeta con los archivos E, N y U de LiCSAR, o un ángulo desde la vertical en grados.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Multilook</source>
            <translation>Multilook</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Average blocks of so many pixels in both directions; a block needs half of them.</source>
            <translation>Promedia bloques de tantos píxeles en ambas direcciones; un bloque necesita la mitad de ellos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Displacement becomes relative to the pixel or point there. Empty: as in the product (OPERA: median).</source>
            <translation>El desplazamiento pasa a ser relativo al píxel o punto de ese lugar. Vacío: como en el producto (OPERA: mediana).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Memory (MB)</source>
            <translation>Memoria (MB)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Large frames are read by windows that fit in it. The result does not depend on it.</source>
            <translation>Las imágenes grandes se leen por ventanas que caben en ella. El resultado no depende de esto.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Displacement series</source>
            <translation>Serie de desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>What was read, what it is relative to, and what was taken from it before.</source>
            <translation>Qué se leyó, a qué es relativo y qué se le quitó antes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Dates</source>
            <translation>Fechas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Pixels or points with data</source>
            <translation>Píxeles o puntos con datos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Unit</source>
            <translation>Unidad</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>file: as the file says, and an error where it does not. rad needs the wavelength.</source>
            <translation>file: como dice el archivo, y un error donde no lo dice. rad necesita la longitud de onda.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Positive is</source>
            <translation>Positivo es</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>In the line of sight: towards the satellite, or away from it (the range increases).</source>
            <translation>En la línea de visión: hacia el satélite, o alejándose de él (la distancia aumenta).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Component</source>
            <translation>Componente</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of points and rasters that do not say it; of EGMS L3 with both: which one is read.</source>
            <translation>De puntos y ráster que no la dicen; de EGMS L3 con ambas: cuál se lee.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Wavelength (m)</source>
            <translation>Longitud de onda (m)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of values in radians where the file has none: 0.0555 for Sentinel-1.</source>
            <translation>De valores en radianes donde el archivo no la tiene: 0.0555 para Sentinel-1.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Reference system</source>
            <translation>Sistema de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of a table's x and y where it has no longitude and latitude, and of rasters that name none.</source>
            <translation>De x e y de una tabla que no tiene longitud ni latitud, y de ráster que no nombran ninguno.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: subtract the solid-Earth tide</source>
            <translation>OPERA: restar la marea terrestre</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>That the granules carry as a correction; OPERA's own tools subtract it.</source>
            <translation>La que los gránulos llevan como corrección; las herramientas de OPERA la restan.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: subtract the ionosphere</source>
            <translation>OPERA: restar la ionosfera</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>That the granules carry as a correction; OPERA's own tools leave it.</source>
            <translation>La que los gránulos llevan como corrección; las herramientas de OPERA la dejan.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: gaps</source>
            <translation>OPERA: huecos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>How parts of a series are tied that no granule connects: linear motion, linear and annual motion, or not at all (only the first part is kept).</source>
            <translation>Cómo se unen las partes de una serie que ningún gránulo conecta: movimiento lineal, lineal y anual, o nada (solo se conserva la primera parte).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Import GNSS series</source>
            <translation>Importar series GNSS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Reads vertical positions of GNSS stations: series of the Nevada Geodetic Laboratory (tenv3, tenv, txyz2, with its list of steps steps.txt in the same folder), PBO and EarthScope (pos, csv), JPL (series), SIO (neu), TMS, earth-fixed coordinates, or tables station,lon,lat,date,up_mm. Positions of one UTC day are averaged.

Outliers are left out, and jumps of the antenna that are listed and significant are taken away. Jumps, trend, seasons and the motion after earthquakes are fitted together, in noise that wanders as the station itself does: a fast season or a gap is no jump. Jumps that no list names are only named. Motion of the ground, slow or by an earthquake, stays. The trend is MIDAS's.

Interferograms know no absolute motion. A station in their reference area restores it: give the result, or the table of one station, as Reference series to Line of sight to vertical.

Sources: Blewitt et al. (2018), doi 10.1029/2018EO104623, for the series; Blewitt et al. (2016), doi 10.1002/2015JB012552, for the trend; Harvey and Koopman (1992), doi 10.1080/07350015.1992.10509913, for the search for jumps.</source>
            <translation>Lee posiciones verticales de estaciones GNSS: series del Nevada Geodetic Laboratory (tenv3, tenv, txyz2, con su lista de saltos steps.txt en la misma carpeta), PBO y EarthScope (pos, csv), JPL (series), SIO (neu), TMS, coordenadas fijas a la Tierra, o tablas station,lon,lat,date,up_mm. Las posiciones de un mismo día UTC se promedian.

Se omiten los valores atípicos y se quitan los saltos de la antena que estén listados y sean significativos. Saltos, tendencia, ciclos estacionales y el movimiento tras los terremotos se ajustan juntos, en un ruido que deriva como lo hace la propia estación: un ciclo estacional rápido o un hueco no es un salto. Los saltos que ninguna lista nombra solo se nombran. El movimiento del suelo, lento o por un terremoto, se conserva. La tendencia es la de MIDAS.

Los interferogramas no conocen movimiento absoluto. Una estación en su área de referencia lo restituye: dé el resultado, o la tabla de una estación, como Serie de referencia a De línea de visión a vertical.

Fuentes: Blewitt et al. (2018), doi 10.1029/2018EO104623, para las series; Blewitt et al. (2016), doi 10.1002/2015JB012552, para la tendencia; Harvey y Koopman (1992), doi 10.1080/07350015.1992.10509913, para la búsqueda de saltos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Series</source>
            <translation>Series</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Files, or the path of a folder: series of any known kind, tables with date and up_mm, steps.txt. Or the address of such a file or folder on a web server, which is fetched beside the result.</source>
            <translation>Archivos, o la ruta de una carpeta: series de cualquier tipo conocido, tablas con date y up_mm, steps.txt. O la dirección de tal archivo o carpeta en un servidor web, que se descarga junto al resultado.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>tables</source>
            <translation>tablas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Length of means (days)</source>
            <translation>Duración de las medias (días)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>1: daily positions. 12: means over the revisit time of Sentinel-1, which are less noisy.</source>
            <translation>1: posiciones diarias. 12: medias en el tiempo de revisita de Sentinel-1, con menos ruido.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Dates of</source>
            <translation>Fechas de</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>A displacement file: means are centred on its dates. Empty: one mean after the other.</source>
            <translation>Un archivo de desplazamiento: las medias se centran en sus fechas. Vacío: una media tras otra.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Smallest unlisted jump (mm)</source>
            <translation>Menor salto no listado (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Sudden jumps that no list names are looked for from this size on. 0: none is looked for.</source>
            <translation>Desde este tamaño se buscan los saltos bruscos que ninguna lista nombra. 0: no se busca ninguno.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away unlisted jumps too</source>
            <translation>Quitar también los saltos no listados</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Else they are only named: look at the series first, since water can move the ground suddenly too.</source>
            <translation>Si no, solo se nombran: mire primero la serie, pues también el agua puede mover el suelo de golpe.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away earthquakes too</source>
            <translation>Quitar también los terremotos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Jumps of listed earthquakes, and the motion after them, are motion of the ground that interferograms see as well: leave them in to tie a frame.</source>
            <translation>Los saltos de terremotos listados, y el movimiento tras ellos, son movimiento del suelo que los interferogramas también ven: consérvelos para ligar una imagen.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Station of the table</source>
            <translation>Estación de la tabla</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Name of the station that the table is made of. May be empty where there is only one.</source>
            <translation>Nombre de la estación con la que se hace la tabla. Puede quedar vacío si solo hay una.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>NetCDF file of all stations for the next step.</source>
            <translation>Archivo NetCDF de todas las estaciones para el paso siguiente.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Table of one station</source>
            <translation>Tabla de una estación</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Columns date,up_mm, as Line of sight to vertical takes them as reference series.</source>
            <translation>Columnas date,up_mm, como las toma De línea de visión a vertical como serie de referencia.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Stations on the map</source>
            <translation>Estaciones en el mapa</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Points with the length of the series, its trend and standard error (mm/yr), annual amplitude (mm).</source>
            <translation>Puntos con la duración de la serie, su tendencia y error típico (mm/año), y su amplitud anual (mm).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Import GRACE</source>
            <translation>Importar GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Reads GRACE and GRACE-FO storage and averages it onto the EASE-Grid 2.0, conserving mass, in mm of water. Known are the mascons of CSR, JPL and GSFC (NetCDF, HDF5), the Tellus land grids, and Level-2 harmonics (GSM-2 of any centre, .gfc), also packed (.gz, .zip), and GravIS grids: choose one of its files, or give the folder.

Keeps for every solution its first and last day and the days that it did not use: a GRACE month is seldom a calendar month. Gaps stay gaps.

Harmonics: degree 1 comes from technical note 13, C20 and C30 from technical note 14 (files in the same folder are found), anomalies are to the mean of 2004 to 2009, and the filter is needed: unfiltered fields are noise.

GRACE resolves 300 to 400 km. Over a smaller region it shows mostly the surroundings.</source>
            <translation>Lee el almacenamiento de GRACE y GRACE-FO y lo promedia en la EASE-Grid 2.0 conservando la masa, en mm de agua. Conoce los mascones de CSR, JPL y GSFC (NetCDF, HDF5), las mallas terrestres de Tellus y los armónicos de nivel 2 (GSM-2 de cualquier centro, .gfc), también comprimidos (.gz, .zip), y las mallas de GravIS: elija uno de sus archivos o dé la carpeta.

Guarda de cada solución su primer y último día y los días que no usó: un mes de GRACE rara vez es un mes del calendario. Los huecos siguen siendo huecos.

Armónicos: el grado 1 viene de la nota técnica 13, C20 y C30 de la nota técnica 14 (se hallan los archivos en la misma carpeta), las anomalías son respecto a la media de 2004 a 2009, y el filtro es necesario: los campos sin filtrar son ruido.

GRACE resuelve de 300 a 400 km. En una región menor muestra sobre todo los alrededores.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>GRACE product</source>
            <translation>Producto de GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>All files (*);;NetCDF and HDF5 files (*.nc *.nc4 *.h5)</source>
            <translation>Todos los archivos (*);;Archivos NetCDF y HDF5 (*.nc *.nc4 *.h5)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>A file such as CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc, or for Level-2 harmonics any file of their folder, which is then read whole.</source>
            <translation>Un archivo como CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc o, para armónicos de nivel 2, cualquier archivo de su carpeta, que se lee entera.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Must be the grid of the analysis to compare with.</source>
            <translation>Debe ser la malla del análisis con el que se compara.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Of grids that do not say theirs, such as GeoTIFF. file: as the file says, and an error where not.</source>
            <translation>De mallas que no dicen la suya, como GeoTIFF. file: como dice el archivo, y un error donde no lo dice.</translation>
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
            <translation>Nombre del almacenamiento en un archivo NetCDF. Vacío: lwe_thickness, tws y otros conocidos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Months</source>
            <translation>Meses</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Filter of harmonics</source>
            <translation>Filtro de armónicos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>destriped_gaussian: decorrelation of Swenson and Wahr, then a Gaussian, as in the Tellus grids. DDK1 (strongest) to DDK8 need DDK_NORMALS.</source>
            <translation>destriped_gaussian: decorrelación de Swenson y Wahr y después una gaussiana, como en las mallas de Tellus. DDK1 (el más fuerte) a DDK8 necesitan DDK_NORMALS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Radius of the Gaussian (km)</source>
            <translation>Radio de la gaussiana (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Distance at which its weight is half.</source>
            <translation>Distancia a la que su peso es la mitad.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Highest degree of harmonics</source>
            <translation>Mayor grado de los armónicos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Higher degrees are noise.</source>
            <translation>Los grados superiores son ruido.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Geocentric latitudes</source>
            <translation>Latitudes geocéntricas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Take harmonics where the cells really are on the ellipsoid. Most products and tools do not.</source>
            <translation>Toma los armónicos donde las celdas están realmente en el elipsoide. La mayoría de productos y herramientas no lo hace.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Text files (*.txt);;All files (*)</source>
            <translation>Archivos de texto (*.txt);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Technical note 13: degree 1</source>
            <translation>Nota técnica 13: grado 1</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Of the same centre and release.</source>
            <translation>Del mismo centro y versión.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Technical note 14: C20 and C30</source>
            <translation>Nota técnica 14: C20 y C30</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>From satellite laser ranging.</source>
            <translation>De telemetría láser a satélites.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Normals or matrix for DDK</source>
            <translation>Normales o matriz para DDK</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Blocks of normals (.npz), or GRACE-filter's matrix of the level (Wbd_2-120...).</source>
            <translation>Bloques de normales (.npz), o la matriz del nivel de GRACE-filter (Wbd_2-120...).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Rates of glacial isostatic adjustment</source>
            <translation>Tasas de ajuste isostático glacial</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Stokes coefficients per year: lines of degree, order, C, S. Empty: nothing is taken off.</source>
            <translation>Coeficientes de Stokes por año: líneas de grado, orden, C, S. Vacío: no se resta nada.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Apply JPL's scale factors</source>
            <translation>Aplicar los factores de escala de JPL</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>From a land model's annual cycle: not for trends.</source>
            <translation>Del ciclo anual de un modelo de superficie: no para tendencias.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Leave the ocean out</source>
            <translation>Omitir el océano</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>By the mask in the product, or LAND_MASK.</source>
            <translation>Según la máscara del producto o LAND_MASK.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Land mask</source>
            <translation>Máscara de tierra</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/parameters.py" />
            <source>NetCDF files (*.nc *.nc4);;All files (*)</source>
            <translation>Archivos NetCDF (*.nc *.nc4);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>CSR's mask comes in a file of its own.</source>
            <translation>La máscara de CSR viene en un archivo propio.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Import interferograms</source>
            <translation>Importar interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Reads a folder of unwrapped, geocoded interferograms in LiCSAR layout (as LiCSBAS downloads it, or as the COMET portal holds it) into one stack file: phase in radians (positive: away from the satellite), coherence, line-of-sight unit vectors, height and baselines. Only the unwrapped phase is compulsory. Products of HyP3 (bursts too), whatever their extents, plain GeoTIFFs named by two dates, NISAR's and ARIA's GUNW and MintPy's ifgramStack.h5 are read too.

Where GACOS delays are given (sltd.geo.tif, ztd.tif or .ztd), their difference between the two dates is removed from every interferogram, and the report shows the standard deviation before and after. Pairs that are broken, incomplete or of another size are listed and left out.

Sources: Lazecky et al. (2020) for LiCSAR; Yu et al. (2018) for GACOS.</source>
            <translation>Lee una carpeta de interferogramas desenrollados y geocodificados en el formato de LiCSAR (como los descarga LiCSBAS o como los tiene el portal de COMET) en un archivo de pila: fase en radianes (positiva: alejándose del satélite), coherencia, vectores unitarios de la línea de visión, altura y líneas de base. Solo la fase desenrollada es obligatoria. También se leen productos de HyP3 (incluidos los de ráfagas), sea cual sea su extensión, GeoTIFF simples nombrados por dos fechas, los GUNW de NISAR y ARIA y el ifgramStack.h5 de MintPy.

Si se dan retardos de GACOS (sltd.geo.tif, ztd.tif o .ztd), su diferencia entre las dos fechas se quita de cada interferograma, y el informe muestra la desviación típica antes y después. Los pares dañados, incompletos o de otro tamaño se enumeran y se omiten.

Fuentes: Lazecky et al. (2020) para LiCSAR; Yu et al. (2018) para GACOS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Frame folder</source>
            <translation>Carpeta de la imagen</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Holds GEOC/ with one folder per pair, or interferograms/ and metadata/ as on the portal. Or the address of a frame on the portal, which is fetched beside the result.</source>
            <translation>Contiene GEOC/ con una carpeta por par, o interferograms/ y metadata/ como en el portal. O la dirección de una imagen en el portal, que se descarga junto al resultado.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Tropospheric delays per date. Empty: delays inside the frame folder are not applied either.</source>
            <translation>Retardos troposféricos por fecha. Vacío: tampoco se aplican los retardos de la carpeta de la imagen.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Pairs without a GACOS date</source>
            <translation>Pares sin fecha de GACOS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>mean: the mean delay of all dates stands in for the missing one, so that loops still close; keep: leave the pair uncorrected; drop: leave the pair out. The dates are listed.</source>
            <translation>mean: el retardo medio de todas las fechas reemplaza al que falta, para que los lazos sigan cerrando; keep: deja el par sin corregir; drop: omite el par. Las fechas se enumeran.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Keep the GACOS correction</source>
            <translation>Conservar la corrección GACOS</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>always; stack: for all or none, where the mean standard deviation falls; interferogram: where its own falls, which leaves loops that do not close; date: of dates whose interferograms get better by it, and loops close.</source>
            <translation>always: siempre; stack: para todos o para ninguno, cuando la media de las desviaciones típicas disminuye; interferogram: donde la suya disminuye, lo que deja lazos que no cierran; date: de las fechas cuyos interferogramas mejoran con ella, y los lazos cierran.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Area of HyP3 products</source>
            <translation>Área de los productos HyP3</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>overlap: what all of them cover; union: what any covers, missing where a product does not reach.</source>
            <translation>overlap: lo que cubren todos; union: lo que cubre alguno, sin datos donde un producto no llega.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Subtract the ionosphere (NISAR)</source>
            <translation>Restar la ionosfera (NISAR)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>The phase screen that NISAR's products carry; a message says how large it is.</source>
            <translation>La pantalla de fase que llevan los productos de NISAR; un mensaje dice cuán grande es.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Of the radar, where files and names do not say it: Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</source>
            <translation>Del radar, donde archivos y nombres no la dicen: Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Unit of the interferograms</source>
            <translation>Unidad de los interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>file: as the tags say (DATA_UNITS), else radians.</source>
            <translation>file: como dicen las etiquetas (DATA_UNITS); si no, radianes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Positive is motion</source>
            <translation>Positivo es movimiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Towards the satellite or away from it: needed for interferograms that are lengths. Phase: away.</source>
            <translation>Hacia el satélite o alejándose de él: necesario para interferogramas que son longitudes. Fase: alejándose.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Least mean coherence of a pair</source>
            <translation>Coherencia media mínima de un par</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Pairs whose mean coherence is lower are listed and left out (0.05 as in LiCSBAS).</source>
            <translation>Los pares de coherencia media menor se enumeran y se omiten (0.05 como en LiCSBAS).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>What was read, what was left out and why, baselines and coherence.</source>
            <translation>Qué se leyó, qué se omitió y por qué, líneas de base y coherencia.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/study_report.py" />
            <source>Interferograms</source>
            <translation>Interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../core/report/import_report.py" />
            <source>Left out</source>
            <translation>Omitidos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>The first date is later than the last date.</source>
            <translation>La primera fecha es posterior a la última.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Import storage</source>
            <translation>Importar almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Reads terrestrial water storage of a land surface model (GLDAS CLSM, Noah or VIC, MERRA-2 land, ERA5-Land, FLDAS, NLDAS, LIS history files, W3RA and AWRA, or any file with time, latitude and longitude, also as GRIB and in archives) and averages it onto the EASE-Grid 2.0, conserving mass, in millimetres of water. The model's own units are read from the file.

The load beyond the study area bends the ground inside it: import at least 1000 km around the study area. GLDAS-2.2's main stream already contains GRACE and must not be compared with it: you are warned.</source>
            <translation>Lee el almacenamiento terrestre de agua de un modelo de superficie (GLDAS CLSM, Noah o VIC, MERRA-2 land, ERA5-Land, FLDAS, NLDAS, archivos históricos de LIS, W3RA y AWRA, o cualquier archivo con tiempo, latitud y longitud, también en GRIB y en archivos comprimidos) y lo promedia en la EASE-Grid 2.0 conservando la masa, en milímetros de agua. Las unidades del modelo se leen del archivo.

La carga fuera del área de estudio dobla el suelo dentro de ella: importe al menos 1000 km en torno al área. El flujo principal de GLDAS-2.2 ya contiene GRACE y no debe compararse con él: se le advierte.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Land-model output</source>
            <translation>Salida del modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>NetCDF and GRIB files (*.nc *.nc4 *.grib *.grb *.zip);;All files (*)</source>
            <translation>Archivos NetCDF y GRIB (*.nc *.nc4 *.grib *.grb *.zip);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>One file. Give Folder instead where there is one file per day or month.</source>
            <translation>Un archivo. Dé la carpeta en su lugar si hay un archivo por día o mes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>or a folder of files</source>
            <translation>o una carpeta de archivos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>All NetCDF files in it, also in folders inside, are read in the order of their dates.</source>
            <translation>Todos los archivos NetCDF que contiene, también en subcarpetas, se leen en el orden de sus fechas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Name of the storage variable in the file. Empty: found by the product's conventions.</source>
            <translation>Nombre de la variable de almacenamiento en el archivo. Vacío: se halla por las convenciones del producto.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Of a variable that has none in its file: mm, kg m-2, cm or m. Empty: as the file says.</source>
            <translation>De una variable que no la tiene en su archivo: mm, kg m-2, cm o m. Vacío: como dice el archivo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Daily means</source>
            <translation>Medias diarias</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Average what lies on one day: hourly and 3-hourly files become much smaller.</source>
            <translation>Promedia lo que cae en un día: los archivos horarios y trihorarios se hacen mucho menores.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Times</source>
            <translation>Tiempos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Give INPUT (a file) or FOLDER (a folder of files).</source>
            <translation>Indique INPUT (un archivo) o FOLDER (una carpeta de archivos).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Displacement to storage without a model</source>
            <translation>Desplazamiento a almacenamiento sin modelo</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Turns vertical displacement alone into maps of terrestrial water storage: frames of InSAR (absolute, tied or relative), GNSS stations, and GRACE at its own scale on demand. No land model is used, so that the result is an independent witness beside the assimilation.

Storage is a random field with two scales whose sizes and length are estimated by restricted likelihood (ABIC); what a relative frame leaves free stays free. Every map comes with its standard deviation, and the report says in words what the data resolve: often the mean of the region and scales of some hundred kilometres, never the size of the cells. The classic Laplacian with cross-validation is the second method.

Load around the window passes for water inside where BACKGROUND is missing: the mean then comes out 1.2 to 2 times too large, and no misfit shows it.

Source: Argus et al. (2014), doi 10.1002/2014GL059570; Yabuki and Matsu'ura (1992); Rasmussen and Williams (2006).</source>
            <translation>Convierte solo el desplazamiento vertical en mapas de almacenamiento terrestre de agua: imágenes de InSAR (absolutas, ligadas o relativas), estaciones GNSS y, si se pide, GRACE a su propia escala. No se usa ningún modelo de superficie, de modo que el resultado es un testigo independiente junto a la asimilación.

El almacenamiento es un campo aleatorio con dos escalas cuyos tamaños y longitud se estiman por verosimilitud restringida (ABIC); lo que una imagen relativa deja libre queda libre. Cada mapa viene con su desviación típica, y el informe dice en palabras qué resuelven los datos: a menudo la media de la región y escalas de algunos cientos de kilómetros, nunca el tamaño de las celdas. El laplaciano clásico con validación cruzada es el segundo método.

La carga alrededor de la ventana pasa por agua dentro de ella si falta BACKGROUND: la media sale entonces de 1.2 a 2 veces demasiado grande, y ningún desajuste lo muestra.

Fuente: Argus et al. (2014), doi 10.1002/2014GL059570; Yabuki y Matsu'ura (1992); Rasmussen y Williams (2006).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Gridded vertical displacement from Line of sight to vertical. Optional where stations are given.</source>
            <translation>Desplazamiento vertical en malla de De línea de visión a vertical. Opcional si se dan estaciones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Storage around the window</source>
            <translation>Almacenamiento alrededor de la ventana</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Its displacement is subtracted, without what lies inside. It should reach 1000 km beyond the data.</source>
            <translation>Se resta su desplazamiento, sin lo que queda dentro. Debería llegar 1000 km más allá de los datos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Whose mean is wanted. Empty: the hull of the data.</source>
            <translation>Cuya media se busca. Vacío: la envolvente de los datos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Grid</source>
            <translation>Malla</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>EASE-Grid 2.0 of the cells: that of the frames. It is not the resolution.</source>
            <translation>EASE-Grid 2.0 de las celdas: la de las imágenes. No es la resolución.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Buffer (km)</source>
            <translation>Margen (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>How far cells with storage reach beyond region and data.</source>
            <translation>Hasta dónde llegan las celdas con almacenamiento más allá de la región y los datos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Polygons or rasters (*.*)</source>
            <translation>Polígonos o ráster (*.*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Polygons, or a raster with positive values on land. Sea cells carry no water. Empty: from BACKGROUND.</source>
            <translation>Polígonos, o un ráster con valores positivos en tierra. Las celdas de mar no llevan agua. Vacío: de BACKGROUND.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Storage from Import GRACE, used as data under its footprint. The result cannot then be held by it.</source>
            <translation>Almacenamiento de Importar GRACE, usado como dato bajo su huella. El resultado ya no puede entonces contrastarse con él.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Error of GRACE (mm)</source>
            <translation>Error de GRACE (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Standard deviation of a month under a footprint. Empty: the product's own, or 15 mm.</source>
            <translation>Desviación típica de un mes bajo una huella. Vacío: la del propio producto, o 15 mm.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Footprint of GRACE (km)</source>
            <translation>Huella de GRACE (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Size of the blocks that are taken of GRACE, and its Gaussian where the file does not say its filter.</source>
            <translation>Tamaño de los bloques que se toman de GRACE, y su gaussiana cuando el archivo no indica su filtro.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Origin of degree 1. GNSS: CF. CM differs by up to a fifth under loads of 1500 km.</source>
            <translation>Origen del grado 1. GNSS: CF. CM difiere hasta en un quinto bajo cargas de 1500 km.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Maps, standard deviations, resolution, misfits.</source>
            <translation>Mapas, desviaciones típicas, resolución, desajustes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Stations and frames</source>
            <translation>Estaciones e imágenes</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>One row for each, how it is met.</source>
            <translation>Una fila por cada una: cómo se ajusta.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>What the data resolve, maps, likelihood, misfits.</source>
            <translation>Qué resuelven los datos, mapas, verosimilitud, desajustes.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Invert interferograms</source>
            <translation>Invertir interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Solves the network of interferograms for the displacement at every date by (weighted) least squares, pixel by pixel: millimetres in the line of sight, positive towards the satellite, relative to the reference area and to the first date. Where a pixel's network falls apart, the parts are tied by the model chosen under Gaps. Also gives velocity, annual terms, residuals, temporal coherence and the number of gaps.

Sources: Berardino et al. (2002); the gap constraint is the limit of NSBAS (Lopez-Quiroz et al. 2009).</source>
            <translation>Resuelve la red de interferogramas en el desplazamiento de cada fecha por mínimos cuadrados (ponderados), píxel a píxel: milímetros en la línea de visión, positivos hacia el satélite, relativos al área de referencia y a la primera fecha. Donde la red de un píxel se parte, las partes se unen con el modelo elegido en Huecos. Da también velocidad, términos anuales, residuos, coherencia temporal y número de huecos.

Fuentes: Berardino et al. (2002); la restricción de huecos es el límite de NSBAS (Lopez-Quiroz et al. 2009).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>From Check interferograms; an unchecked stack works too, with an automatic reference area.</source>
            <translation>De Comprobar interferogramas; una pila sin comprobar también sirve, con área de referencia automática.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Weights</source>
            <translation>Pesos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>coherence: by the phase variance that coherence implies; uniform: all pairs alike.</source>
            <translation>coherence: por la varianza de fase que implica la coherencia; uniform: todos los pares igual.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Gaps</source>
            <translation>Huecos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>How unconnected parts of a network are tied: linear motion, linear and annual motion, or not at all (dates that are not connected to the first stay empty).</source>
            <translation>Cómo se unen las partes inconexas de una red: movimiento lineal, lineal y anual, o nada (las fechas no unidas a la primera quedan vacías).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../ui/dock_memory.py" />
            <source>Steps</source>
            <translation>Saltos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Dates of earthquakes such as 2016-05-18, separated by blanks: the fit gets a step at each.</source>
            <translation>Fechas de terremotos como 2016-05-18, separadas por espacios: el ajuste recibe un salto en cada una.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Semi-annual term</source>
            <translation>Término semianual</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit a semi-annual beside the annual motion.</source>
            <translation>Ajusta un movimiento semianual además del anual.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of every date</source>
            <translation>Desviación típica de cada fecha</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Write the formal standard deviation of the displacement at every date: twice the size of file.</source>
            <translation>Escribe la desviación típica formal del desplazamiento en cada fecha: el doble de tamaño de archivo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Bootstrap samples</source>
            <translation>Muestras de bootstrap</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the velocity by drawing the dates again so often, such as 100; 0: none.</source>
            <translation>Desviación típica de la velocidad sorteando de nuevo las fechas tantas veces, como 100; 0: ninguna.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove a ramp</source>
            <translation>Quitar una rampa</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit a plane or a quadratic surface to every date and remove it: orbits and atmosphere, but also the motion that regional loads such as water cause. Leave it at none on the way to water storage.</source>
            <translation>Ajusta un plano o una superficie cuadrática a cada fecha y lo quita: órbitas y atmósfera, pero también el movimiento que causan cargas regionales como el agua. Déjelo en none camino del almacenamiento de agua.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove what grows with height</source>
            <translation>Quitar lo que crece con la altura</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit and remove a term proportional to height at every date. The same caution as for the ramp.</source>
            <translation>Ajusta y quita en cada fecha un término proporcional a la altura. La misma cautela que con la rampa.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Mask by noise indices</source>
            <translation>Enmascarar por índices de ruido</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Mask pixels by the nine noise indices of LiCSBAS (coherence, interferograms, velocity error, longest part, gaps, consistency with the neighbours, pairs without loop, loop errors, residuals). Each is a layer of the file; what each removes is listed. Limits that would mask every pixel are not applied.</source>
            <translation>Enmascara píxeles por los nueve índices de ruido de LiCSBAS (coherencia, interferogramas, error de velocidad, parte más larga, huecos, coherencia con los vecinos, pares sin lazo, errores de lazo, residuos). Cada uno es una capa del archivo; se enumera lo que quita cada uno. No se aplican los límites que enmascararían todos los píxeles.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Bound for the blocks of pixels that are solved together (ramps and filter need some 220 MB at 155 dates whatever it is). The result does not depend on it.</source>
            <translation>Límite para los bloques de píxeles que se resuelven juntos (rampas y filtro necesitan unos 220 MB con 155 fechas en cualquier caso). El resultado no depende de él.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Dask scheduler</source>
            <translation>Planificador de Dask</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Address such as tcp://host:8786 to compute on a cluster. Empty: this computer.</source>
            <translation>Dirección como tcp://host:8786 para calcular en un clúster. Vacío: este equipo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../core/report/displacement_report.py" />
            <location filename="../core/report/inversion_motion.py" />
            <source>Velocity</source>
            <translation>Velocidad</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Line-of-sight velocity in mm/yr as GeoTIFF.</source>
            <translation>Velocidad en la línea de visión en mm/año como GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Velocity, quality and gaps as maps and histograms; what each mask removes.</source>
            <translation>Velocidad, calidad y huecos en mapas e histogramas; qué quita cada máscara.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove plate motion</source>
            <translation>Quitar el movimiento de placa</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the motion of a rigid plate (ITRF2020-PMM, Altamimi et al. 2023): a slope of some mm/yr over the frame, because the incidence changes over it. Off by default: near a plate's edge the ground moves otherwise. Needs the E, N and U rasters.</source>
            <translation>Quita el movimiento de una placa rígida (ITRF2020-PMM, Altamimi et al. 2023): una pendiente de algunos mm/año a través de la imagen, porque la incidencia cambia en ella. Desactivado por defecto: cerca del borde de una placa el suelo se mueve de otro modo. Necesita los ráster E, N y U.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove solid-earth tides</source>
            <translation>Quitar las mareas terrestres</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the tide of the solid Earth (IERS Conventions 2010): up to some 30 mm over a frame, and as satellites pass at the same hour 3 or 4 mm of it look like a yearly load. Off by default: some processors have removed it already, and twice would be wrong. Needs the time of day in metadata.txt (center_time).</source>
            <translation>Quita la marea de la Tierra sólida (Convenciones IERS 2010): hasta unos 30 mm en una imagen, y como los satélites pasan a la misma hora, 3 o 4 mm de ella parecen una carga anual. Desactivado por defecto: algunos procesadores ya la han quitado, y dos veces sería un error. Necesita la hora en metadata.txt (center_time).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove errors of the heights</source>
            <translation>Quitar los errores de las alturas</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit what follows the perpendicular baseline of the dates, together with trend and season, to each pixel, and remove it: a wrong height of the ground. For L band and Envisat with baselines of hundreds of metres; Sentinel-1's are too short to matter. Needs the frame's baselines file.</source>
            <translation>Ajusta en cada píxel, junto con la tendencia y la estación, lo que sigue a la línea de base perpendicular de las fechas y lo quita: una altura errónea del terreno. Para banda L y Envisat con líneas de base de cientos de metros; las de Sentinel-1 son demasiado cortas para importar. Necesita el archivo de líneas de base de la escena.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove phase bias</source>
            <translation>Quitar el sesgo de fase</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the bias of short interferograms that the check found from loops of different lengths, with the longest of these lengths taken as free of it. The check says how much it adds to the velocity.</source>
            <translation>Quita el sesgo de los interferogramas cortos que la comprobación halló con lazos de distintas longitudes, tomando la mayor de estas longitudes como libre de él. La comprobación dice cuánto añade a la velocidad.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Spatio-temporal filter</source>
            <translation>Filtro espacio-temporal</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove what is smooth in space and changes fast in time: atmosphere, but also the fast part of the motion that regional loads such as water cause. Leave it off on the way to water storage.</source>
            <translation>Quita lo que es suave en el espacio y cambia deprisa en el tiempo: la atmósfera, pero también la parte rápida del movimiento que causan cargas regionales como el agua. Déjelo desactivado en el camino al almacenamiento de agua.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Width of the filter in time (days)</source>
            <translation>Anchura del filtro en el tiempo (días)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the Gaussian weights; 0: three mean intervals between dates, as in LiCSBAS.</source>
            <translation>Desviación típica de los pesos gaussianos; 0: tres intervalos medios entre fechas, como en LiCSBAS.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Width of the filter in space (km)</source>
            <translation>Anchura del filtro en el espacio (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the Gaussian weights.</source>
            <translation>Desviación típica de los pesos gaussianos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Line-of-sight velocity</source>
            <translation>Velocidad en la línea de visión</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <location filename="../core/report/response_report.py" />
            <source>Load response of a disk</source>
            <translation>Respuesta a la carga de un disco</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Vertical and horizontal displacement of an elastic, layered Earth under a disk of water one metre deep, against distance from its centre: table and figure (Fig. 5 of the paper), with the range that the crust may change: some 15 % near the disk, little beyond 100 km.

Source: Farrell (1972) with the disk of Chen et al. (2022), eq. 4 to 6, including the factor of water density that eq. 4 omits; load Love numbers integrated for PREM (Dziewonski and Anderson 1981).</source>
            <translation>Desplazamiento vertical y horizontal de una Tierra elástica y estratificada bajo un disco de agua de un metro de espesor, según la distancia a su centro: tabla y figura (Fig. 5 del artículo), con el margen que la corteza puede cambiar: cerca de un 15 % junto al disco, poco más allá de 100 km.

Fuente: Farrell (1972) con el disco de Chen et al. (2022), ec. 4 a 6, incluido el factor de densidad del agua que la ec. 4 omite; números de Love de carga integrados para PREM (Dziewonski y Anderson 1981).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Radius of the disk (km)</source>
            <translation>Radio del disco (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>The paper takes 14 km for a cell of 25 km; 14.12 km has the cell's area.</source>
            <translation>El artículo toma 14 km para una celda de 25 km; 14.12 km tiene el área de la celda.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Origin of degree 1. It matters for large disks and far away only.</source>
            <translation>Origen del grado 1. Importa solo para discos grandes y lejos de ellos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Keep degree 0</source>
            <translation>Conservar el grado 0</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Compress the whole Earth under the mean of the load, which water that only moves about does not.</source>
            <translation>Comprime toda la Tierra bajo la media de la carga, lo que el agua que solo se traslada no hace.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Compensated disk</source>
            <translation>Disco compensado</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Take the disk's water from the rest of the sphere.</source>
            <translation>Toma el agua del disco del resto de la esfera.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Response table</source>
            <translation>Tabla de la respuesta</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Columns distance_km, vertical_mm, horizontal_mm, and the range over crusts.</source>
            <translation>Columnas distance_km, vertical_mm, horizontal_mm, y el margen entre cortezas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Figure and table.</source>
            <translation>Figura y tabla.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Displacement at the centre (mm)</source>
            <translation>Desplazamiento en el centro (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Displacement at the edge (mm)</source>
            <translation>Desplazamiento en el borde (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Line of sight to vertical</source>
            <translation>De línea de visión a vertical</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Converts line-of-sight to vertical displacement, assuming that the ground moves only up and down: (d_los + U_ref (up_ref(t) - up_ref(t0))) / U, where U is the upward component of the line of sight.

Interferograms know no absolute motion. Give the vertical motion of the reference area (a GNSS station there) as Reference series, and the result is absolute; without it the motion common to the whole frame, which is most of what water load does, is missing, and an assimilation can gain next to nothing.

Source: Chen et al. (2022), eq. 1, with the incidence of each pixel instead of one mean angle, which is wrong by up to 11 % at the edges of a frame.</source>
            <translation>Convierte el desplazamiento en la línea de visión en vertical, suponiendo que el suelo solo sube y baja: (d_los + U_ref (up_ref(t) - up_ref(t0))) / U, donde U es la componente hacia arriba de la línea de visión.

Los interferogramas no conocen el movimiento absoluto. Dé el movimiento vertical del área de referencia (una estación GNSS allí) como serie de referencia y el resultado será absoluto; sin ella falta el movimiento común a toda la imagen, que es la mayor parte del que causa la carga de agua, y una asimilación casi nada puede ganar.

Fuente: Chen et al. (2022), ec. 1, con la incidencia de cada píxel en lugar de un ángulo medio, que yerra hasta un 11 % en los bordes de una imagen.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/place.py" />
            <location filename="../core/report/study_displacement.py" />
            <source>Displacement</source>
            <translation>Desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>A displacement series or gridded displacement, in the line of sight.</source>
            <translation>Una serie de desplazamiento o desplazamiento en malla, en la línea de visión.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Mean incidence angle (degrees)</source>
            <translation>Ángulo de incidencia medio (grados)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Empty: the angle of every pixel (the default). The paper uses one mean angle for the frame.</source>
            <translation>Vacío: el ángulo de cada píxel (por omisión). El artículo usa un ángulo medio para la imagen.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Reference series</source>
            <translation>Serie de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Tables and stations (*.csv *.nc *.tenv3 *.pos);;All files (*)</source>
            <translation>Tablas y estaciones (*.csv *.nc *.tenv3 *.pos);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Table date,up_mm: vertical motion of the reference area, interpolated between dates; or the series of a station in any format that Import GNSS series reads. Or the stations of Import GNSS series (.nc), of which the nearest to the reference area is taken.</source>
            <translation>Tabla date,up_mm: movimiento vertical del área de referencia, interpolado entre fechas; o la serie de una estación en cualquier formato que lea Importar series GNSS. O las estaciones de Importar series GNSS (.nc), de las que se toma la más cercana al área de referencia.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations (*.nc);;All files (*)</source>
            <translation>Estaciones (*.nc);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations of Import GNSS series: all of them inside the frame tie it, by a constant per date and, from five stations on, a plane. Instead of the reference series.</source>
            <translation>Estaciones de Importar series GNSS: todas las que están dentro de la imagen la ligan, con una constante por fecha y, desde cinco estaciones, un plano. En lugar de la serie de referencia.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>the reference series</source>
            <translation>la serie de referencia</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Mask and downsample displacement</source>
            <translation>Enmascarar y submuestrear el desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Leaves out pixels whose line-of-sight velocity is too fast to be water load (subsidence, landslides, tectonics) and averages the others, date by date, over the cells of the EASE-Grid 2.0. Keeps the number of pixels and their standard deviation in every cell.

Velocity is relative to the reference area: another reference masks other pixels.

Source: Chen et al. (2022), section II.C; Brodzik et al. (2012) for the grid.</source>
            <translation>Omite los píxeles cuya velocidad en la línea de visión es demasiado rápida para ser carga de agua (subsidencia, deslizamientos, tectónica) y promedia los demás, fecha a fecha, en las celdas de la EASE-Grid 2.0. Guarda el número de píxeles y su desviación típica en cada celda.

La velocidad es relativa al área de referencia: otra referencia enmascara otros píxeles.

Fuente: Chen et al. (2022), sección II.C; Brodzik et al. (2012) para la malla.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Fastest motion kept (mm/yr)</source>
            <translation>Movimiento más rápido que se conserva (mm/año)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Absolute line-of-sight velocity above which a pixel is left out (5 mm/yr in the paper).</source>
            <translation>Velocidad absoluta en la línea de visión por encima de la cual se omite un píxel (5 mm/año en el artículo).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Global cylindrical grid of 25, 36 or 9 km.</source>
            <translation>Malla cilíndrica global de 25, 36 o 9 km.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Least part of valid pixels</source>
            <translation>Parte mínima de píxeles válidos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Cells with a smaller part of usable pixels, among the frame's pixels in the cell, stay empty.</source>
            <translation>Quedan vacías las celdas con una parte menor de píxeles útiles entre los de la imagen en la celda.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Least points in a cell</source>
            <translation>Mínimo de puntos en una celda</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Of a file of points: cells with fewer at a date stay empty.</source>
            <translation>De un archivo de puntos: las celdas con menos en una fecha quedan vacías.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Gridded displacement</source>
            <translation>Desplazamiento en malla</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>What the mask leaves out, how that depends on the reference, and the cells.</source>
            <translation>Qué deja fuera la máscara, cómo depende de la referencia, y las celdas.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Cells with data</source>
            <translation>Celdas con datos</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Run the land model</source>
            <translation>Ejecutar el modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Computes terrestrial water storage from weather by an independent implementation of the Catchment model equations, verified against NASA LISF F2.5 numbers: soil water, snow, energy balance and frozen ground in half-hourly steps, day by day. Perturbations of weather and states make the ensemble that the assimilation needs.

Weather comes as Groundswell's own files, with CF names, as GLDAS-2.1, ERA5-Land, ERA5, MERRA-2 or FLUXNET, also in archives and as GRIB; what it means is read from the files, and it is checked against what is plausible before the run. Parameters come as Groundswell's own, GEOS or LDT files. The first year is run through until storage is steady.

Sources: Koster et al. (2000), Ducharne et al. (2000).</source>
            <translation>Calcula el almacenamiento terrestre de agua a partir del tiempo con una implementación independiente de las ecuaciones del modelo Catchment, verificada con los números de LISF F2.5 de la NASA: agua del suelo, nieve, balance de energía y suelo helado en pasos de media hora, día a día. Perturbaciones del tiempo y de los estados forman el conjunto que la asimilación necesita.

El tiempo viene de archivos propios de Groundswell, con nombres CF, de GLDAS-2.1, ERA5-Land, ERA5, MERRA-2 o FLUXNET, también en archivos comprimidos y en GRIB; lo que significa se lee de los archivos, y antes de la ejecución se contrasta con lo plausible. Los parámetros vienen de archivos propios, de GEOS o de LDT. El primer año se repite hasta que el almacenamiento es estable.

Fuentes: Koster et al. (2000), Ducharne et al. (2000).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../core/report/catchment_report.py" />
            <source>Perturbations</source>
            <translation>Perturbaciones</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>paper: catchment deficit and snow; geos: weather and states as in NASA's systems; none: a single run.</source>
            <translation>paper: déficit de la cuenca y nieve; geos: tiempo y estados como en los sistemas de la NASA; none: una sola ejecución.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Members</source>
            <translation>Miembros</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Size of the ensemble (24 in the paper).</source>
            <translation>Tamaño del conjunto (24 en el artículo).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Changes to the perturbations</source>
            <translation>Cambios en las perturbaciones</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Numbers of the preset to change, such as catdef.std=0.2, Precip.hours=48. States are per hour.</source>
            <translation>Números del ajuste que se cambian, como catdef.std=0.2, Precip.hours=48. Los estados son por hora.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Remove the shift of the mean</source>
            <translation>Quitar el desplazamiento de la media</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Take off the members what perturbations shift their mean against the unperturbed run.</source>
            <translation>Quita de los miembros lo que las perturbaciones desplazan su media respecto a la ejecución sin perturbar.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>The same seed gives the same ensemble, bit for bit, whatever the number of workers.</source>
            <translation>La misma semilla da el mismo conjunto, bit a bit, sea cual sea el número de hilos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Impossible weather</source>
            <translation>Tiempo imposible</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>What to do where the weather cannot be that of the columns' place, as Check weather shows it.</source>
            <translation>Qué hacer donde el tiempo no puede ser el del lugar de las columnas, como lo muestra Comprobar el tiempo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Restart file</source>
            <translation>Archivo de reinicio</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Of an earlier run, to go on from its last day with the same members, seed and perturbations.</source>
            <translation>De una ejecución anterior, para seguir desde su último día con los mismos miembros, semilla y perturbaciones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Equilibrium of an earlier run</source>
            <translation>Equilibrio de una ejecución anterior</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>What spin-up found for the same columns and weather, to begin with at once. One of other columns, weather or first day is refused.</source>
            <translation>Lo que el arranque halló para las mismas columnas y el mismo tiempo meteorológico, para empezar de inmediato. Se rechaza el de otras columnas, otra meteorología u otro primer día.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Address such as tcp://host:8786, to compute on a cluster. Empty: on this computer.</source>
            <translation>Dirección como tcp://host:8786, para calcular en un clúster. Vacío: en este equipo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Restart file of this run</source>
            <translation>Archivo de reinicio de esta ejecución</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>State at the end, to go on from.</source>
            <translation>Estado al final, desde el que continuar.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Equilibrium of this run</source>
            <translation>Equilibrio de esta ejecución</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>State that spin-up found, for later runs with other members or perturbations.</source>
            <translation>Estado que halló el arranque, para ejecuciones posteriores con otros miembros u otras perturbaciones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Storage by store, fluxes, budgets, perturbations and parameters.</source>
            <translation>Almacenamiento por depósito, flujos, balances, perturbaciones y parámetros.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Days</source>
            <translation>Días</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Change of storage in the last year of spin-up (mm)</source>
            <translation>Cambio del almacenamiento en el último año de calentamiento (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Shift of the ensemble mean (mm)</source>
            <translation>Desplazamiento de la media del conjunto (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Largest residual of the water budget of a step (mm)</source>
            <translation>Mayor residuo del balance de agua de un paso (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Report on a study</source>
            <translation>Informe de un estudio</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Writes one self-contained page with every figure and table that the paper has, for your own data: network, displacement before and after the mask, velocity, series at points, load response, errors assumed, innovations, storage with GRACE, maps of R and ubRMSD; then methods, parameters of every step and versions. Warnings stand first. It prints well.

Give what you have: sections whose files are missing are left out.</source>
            <translation>Escribe una página autónoma con todas las figuras y tablas del artículo, para sus propios datos: red, desplazamiento antes y después de la máscara, velocidad, series en puntos, respuesta a la carga, errores supuestos, innovaciones, almacenamiento con GRACE, mapas de R y ubRMSD; después métodos, parámetros de cada paso y versiones. Las advertencias van primero. Se imprime bien.

Dé lo que tenga: se omiten las secciones cuyos archivos faltan.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Of the study, such as its region.</source>
            <translation>Del estudio, como su región.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Check interferograms: network and quality.</source>
            <translation>De Comprobar interferogramas: red y calidad.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Invert interferograms: velocity and series at points.</source>
            <translation>De Invertir interferogramas: velocidad y series en puntos.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Mask and downsample displacement: the map after it.</source>
            <translation>De Enmascarar y submuestrear el desplazamiento: el mapa resultante.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Line of sight to vertical: what it is relative to.</source>
            <translation>De De línea de visión a vertical: a qué es relativo.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Run the land model or Import storage: perturbations of the ensemble.</source>
            <translation>De Ejecutar el modelo de superficie o Importar almacenamiento: perturbaciones del conjunto.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Assimilate displacement: storage and innovations.</source>
            <translation>De Asimilar desplazamiento: almacenamiento e innovaciones.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Inversion</source>
            <translation>Inversión</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Displacement to storage without a model: beside the analysis.</source>
            <translation>De Desplazamiento a almacenamiento sin modelo: junto al análisis.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Import GRACE: drawn with the analysis.</source>
            <translation>De Importar GRACE: se dibuja con el análisis.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Maps of the comparison</source>
            <translation>Mapas de la comparación</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Compare with GRACE: maps of R and ubRMSD.</source>
            <translation>De Comparar con GRACE: mapas de R y ubRMSD.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Table of the comparison</source>
            <translation>Tabla de la comparación</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Compare with GRACE: R and ubRMSD by period.</source>
            <translation>De Comparar con GRACE: R y ubRMSD por período.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Table of observation errors</source>
            <translation>Tabla de errores de observación</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Tune the observation error: innovations by error.</source>
            <translation>De Ajustar el error de observación: innovaciones por error.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Tables (*.csv);;All files (*)</source>
            <translation>Tablas (*.csv);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>The page, with all its figures inside.</source>
            <translation>La página, con todas sus figuras dentro.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Tune the observation error</source>
            <translation>Ajustar el error de observación</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Runs the assimilation once for each assumed error of the vertical displacement, with the same members and draws, and lists the normalized innovations: where the error is right, their pooled standard deviation is 1 and their mean 0. The paper's Fig. 8 shows the mean over the area instead, whose standard deviation is below 1 even then; both are given, with what is expected of it. A warning tells where the innovations of the cells move together, which a filter of independent cells takes for signal.

The report also has the most likely error, Desroziers' estimates, spread and skill, the variogram of the innovations (length of the atmosphere's errors) and the ranks of the observations among the members.

With stations beside the displacement, the errors tried are the displacement's; with stations alone, theirs. With weather and parameters, the land model runs once, without observations; its members are then corrected for each error as those of a storage file are, by corrections that fade with the error memory, instead of running the model again for each.

Source: Chen et al. (2022), section III.B, eq. 9; Desroziers et al. (2005).</source>
            <translation>Ejecuta la asimilación una vez por cada error supuesto del desplazamiento vertical, con los mismos miembros y sorteos, y enumera las innovaciones normalizadas: donde el error es correcto, su desviación típica conjunta es 1 y su media 0. La Fig. 8 del artículo muestra en cambio la media del área, cuya desviación típica es menor que 1 incluso entonces; se dan ambas, con lo que cabe esperar. Una advertencia dice dónde las innovaciones de las celdas se mueven juntas, lo que un filtro de celdas independientes toma por señal.

El informe tiene también el error más probable, las estimaciones de Desroziers, dispersión y acierto, el variograma de las innovaciones (longitud de los errores de la atmósfera) y los rangos de las observaciones entre los miembros.

Con estaciones junto al desplazamiento, los errores que se prueban son los del desplazamiento; con estaciones solas, los de ellas. Con tiempo y parámetros, el modelo de superficie corre una vez, sin observaciones; sus miembros se corrigen luego para cada error como los de un archivo de almacenamiento, con correcciones que se desvanecen con la memoria del error, en lugar de correr el modelo otra vez para cada uno.

Fuente: Chen et al. (2022), sección III.B, ec. 9; Desroziers et al. (2005).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Observation errors (mm)</source>
            <translation>Errores de observación (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Ascending, separated by commas (7 to 12 mm in the paper).</source>
            <translation>En orden creciente, separados por comas (de 7 a 12 mm en el artículo).</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>One row for each error.</source>
            <translation>Una fila por error.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Figure, estimates and variogram.</source>
            <translation>Figura, estimaciones y variograma.</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Error with unit innovations (mm)</source>
            <translation>Error con innovaciones unidad (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Most likely error (mm)</source>
            <translation>Error más probable (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Length of the innovations' variogram (km)</source>
            <translation>Longitud del variograma de las innovaciones (km)</translation>
        </message>
        <message>
            <location filename="../processing/base.py" />
            <source>{step}{given} needs more memory than there is. Give a smaller area or period, or fewer members.</source>
            <translation>{step}{given} necesita más memoria de la que hay. Dé un área o un período menor, o menos miembros.</translation>
        </message>
        <message>
            <location filename="../processing/base.py" />
            <source>{step}{given} could not be finished: one of the files holds something that was not foreseen. The details are in View &gt; Panels &gt; Log Messages, tab {tag}: please report them.</source>
            <translation>{step}{given} no pudo terminarse: uno de los archivos contiene algo que no se había previsto. Los detalles están en Ver &gt; Paneles &gt; Mensajes de registro, pestaña {tag}: comuníquelos, por favor.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Storage of GRACE as data</source>
            <translation>Almacenamiento de GRACE como dato</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Storage from Import GRACE, used as data with its own footprint and errors.</source>
            <translation>Almacenamiento de Importar GRACE, usado como dato con su propia huella y sus errores.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Polygons whose mean storage is judged. Empty: the hull of the data.</source>
            <translation>Polígonos cuyo almacenamiento medio se juzga. Vacío: la envolvente de los datos.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Withhold every n-th month of GRACE</source>
            <translation>Retener un mes de GRACE de cada n</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>These months judge the analysis by a solution without them; the output uses all. 0: none.</source>
            <translation>Estos meses juzgan el análisis mediante una solución sin ellos; la salida los usa todos. 0: ninguno.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Stations not to be used</source>
            <translation>Estaciones que no se usan</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>auto: stations that contradict all others are left out and named; or names, separated by commas.</source>
            <translation>auto: las estaciones que contradicen a todas las demás se omiten y se nombran; o nombres, separados por comas.</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Use data that fail the season check</source>
            <translation>Usar datos que no superan la prueba estacional</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Data whose season is no season of water (sign, unit, dates) are left out unless this is on.</source>
            <translation>Los datos cuyo ciclo estacional no es uno de agua (signo, unidad, fechas) se omiten salvo que esto esté activado.</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Interferograms to vertical displacement</source>
            <translation>De interferogramas a desplazamiento vertical</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Interferograms and modelled storage to water storage</source>
            <translation>De interferogramas y almacenamiento modelado a almacenamiento de agua</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Displacement and weather to water storage</source>
            <translation>De desplazamiento y meteorología a almacenamiento de agua</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Found from the data</source>
            <translation>Hallado a partir de los datos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the file says</source>
            <translation>Como dice el archivo</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>None</source>
            <translation>Ninguno</translation>
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
            <translation>Milímetros</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centimetres</source>
            <translation>Centímetros</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Metres</source>
            <translation>Metros</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Radians of phase</source>
            <translation>Radianes de fase</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Kilograms per square metre</source>
            <translation>Kilogramos por metro cuadrado</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Towards the satellite</source>
            <translation>Hacia el satélite</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Away from the satellite</source>
            <translation>Alejándose del satélite</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Absolute: nothing common to all cells is in error</source>
            <translation>Absoluto: ningún error común a todas las celdas</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Tied to GNSS</source>
            <translation>Ligado a GNSS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Relative to an area of unknown motion</source>
            <translation>Relativo a un área de movimiento desconocido</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Preliminary reference Earth model</source>
            <translation>Modelo de referencia preliminar de la Tierra (PREM)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Travel-time model of 1995</source>
            <translation>Modelo de tiempos de propagación de 1995 (ak135)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with a soft upper crust</source>
            <translation>PREM con corteza superior blanda</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with hard rock to the surface</source>
            <translation>PREM con roca dura hasta la superficie</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with a continental crust</source>
            <translation>PREM con corteza continental</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with sediments on top</source>
            <translation>PREM con sedimentos encima</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of the solid Earth</source>
            <translation>Centro de la Tierra sólida</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of mass of the Earth with its water</source>
            <translation>Centro de masas de la Tierra con su agua</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of figure, as GNSS</source>
            <translation>Centro de figura, como GNSS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of horizontal figure</source>
            <translation>Centro de figura horizontal</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of lateral figure</source>
            <translation>Centro de figura lateral</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Interferograms and delays</source>
            <translation>Interferogramas y retardos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Interferograms only</source>
            <translation>Solo interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>GACOS delays only</source>
            <translation>Solo retardos GACOS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>The mean delay stands in</source>
            <translation>El retardo medio lo sustituye</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Keep the pair uncorrected</source>
            <translation>Conservar el par sin corregir</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Leave the pair out</source>
            <translation>Descartar el par</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Always</source>
            <translation>Siempre</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For all pairs or none</source>
            <translation>Para todos los pares o ninguno</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For each pair that it makes calmer</source>
            <translation>Para cada par que así queda más tranquilo</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For each date whose pairs it makes calmer</source>
            <translation>Para cada fecha cuyos pares quedan más tranquilos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>What all products cover</source>
            <translation>Lo que cubren todos los productos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>What any product covers</source>
            <translation>Lo que cubre algún producto</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By coherence</source>
            <translation>Según la coherencia</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>All pairs alike</source>
            <translation>Todos los pares por igual</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Motion at a constant rate</source>
            <translation>Movimiento a velocidad constante</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Constant rate and a yearly wave</source>
            <translation>Velocidad constante y onda anual</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Leave gaps open</source>
            <translation>Dejar abiertos los huecos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A plane a date</source>
            <translation>Un plano por fecha</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A curved surface a date</source>
            <translation>Una superficie curva por fecha</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Amur</source>
            <translation>Amur</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Antarctica</source>
            <translation>Antártida</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Arabia</source>
            <translation>Arabia</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Australia</source>
            <translation>Australia</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Caribbean</source>
            <translation>Caribe</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Eurasia</source>
            <translation>Eurasia</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>India</source>
            <translation>India</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nazca</source>
            <translation>Nazca</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>North America</source>
            <translation>Norteamérica</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nubia (Africa)</source>
            <translation>Nubia (África)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Pacific</source>
            <translation>Pacífico</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>South America</source>
            <translation>Sudamérica</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Somalia</source>
            <translation>Somalia</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Line of sight</source>
            <translation>Línea de visión</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Vertical</source>
            <translation>Vertical</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>East</source>
            <translation>Este</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Small, for learning</source>
            <translation>Pequeña, para aprender</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As large as in Chen et al. (2022)</source>
            <translation>Tan grande como en Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Small, with the Catchment model as truth</source>
            <translation>Pequeña, con el modelo Catchment como verdad</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season is too large and early</source>
            <translation>Su estación es demasiado grande y temprana</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Only spells of its own</source>
            <translation>Solo rachas propias</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season is too small and late</source>
            <translation>Su estación es demasiado pequeña y tardía</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season, from place to place</source>
            <translation>Su estación, según el lugar</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Wrong years</source>
            <translation>Años equivocados</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A trend that it lacks</source>
            <translation>Una tendencia que le falta</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Rain of half a year</source>
            <translation>Lluvia de medio año</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nothing much, but stations have yearly errors</source>
            <translation>Casi nada, pero las estaciones tienen errores anuales</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season, and frames have planes</source>
            <translation>Su estación, y las tramas tienen planos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Soils and rain of the Catchment model</source>
            <translation>Suelos y lluvia del modelo Catchment</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Catchment deficit and snow, as in Chen et al. (2022)</source>
            <translation>Déficit de cuenca y nieve, como en Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Weather and states, as in NASA's systems</source>
            <translation>Meteorología y estados, como en los sistemas de la NASA</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A single run</source>
            <translation>Una sola ejecución</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each store by its own covariance</source>
            <translation>Cada depósito por su propia covarianza</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>All by one factor</source>
            <translation>Todos por un mismo factor</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Stop</source>
            <translation>Detenerse</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Warn and go on</source>
            <translation>Avisar y seguir</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the values show</source>
            <translation>Como muestran los valores</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Of the hour before</source>
            <translation>De la hora anterior</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Since the time before</source>
            <translation>Desde el tiempo anterior</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Since 00 UTC</source>
            <translation>Desde las 00 UTC</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the product has it</source>
            <translation>Como lo tiene el producto</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>At the beginning</source>
            <translation>Al comienzo</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>In the middle</source>
            <translation>En medio</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>At the end</source>
            <translation>Al final</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>LISF F2.5 with the humidity derivative of GEOS</source>
            <translation>LISF F2.5 con la derivada de humedad de GEOS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>LISF F2.5 as it is</source>
            <translation>LISF F2.5 tal cual</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Icarus</source>
            <translation>Icarus</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Version 24 C05</source>
            <translation>Versión 24 C05</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nature run, version 7.2</source>
            <translation>Ejecución de naturaleza, versión 7.2</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the file names it</source>
            <translation>Como lo nombra el archivo</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>STATSGO, 1 sand to 12 clay</source>
            <translation>STATSGO, 1 arena a 12 arcilla</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>USDA, 1 clay to 12 sand (SoilGrids)</source>
            <translation>USDA, 1 arcilla a 12 arena (SoilGrids)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>HWSD, 1 heavy clay to 13 sand</source>
            <translation>HWSD, 1 arcilla pesada a 13 arena</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Eight classes of the land model</source>
            <translation>Ocho clases del modelo de superficie</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>IGBP, as MODIS</source>
            <translation>IGBP, como MODIS</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>University of Maryland</source>
            <translation>Universidad de Maryland</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>MODIS, University of Maryland</source>
            <translation>MODIS, Universidad de Maryland</translation>
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
            <translation>Lo mejor que permiten los datos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Exact smoother without an ensemble</source>
            <translation>Suavizador exacto sin conjunto</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As in Chen et al. (2022)</source>
            <translation>Como en Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Ensemble filter, each cell by itself</source>
            <translation>Filtro de conjunto, cada celda por separado</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Square-root filter, each cell by itself</source>
            <translation>Filtro de raíz cuadrada, cada celda por separado</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Ensemble filter, all observations together</source>
            <translation>Filtro de conjunto, todas las observaciones juntas</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Local transforms, all observations together</source>
            <translation>Transformadas locales, todas las observaciones juntas</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By covariances, with standard deviations</source>
            <translation>Por covarianzas, con desviaciones estándar</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By a smooth Laplacian, without standard deviations</source>
            <translation>Por un laplaciano suave, sin desviaciones estándar</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the method wants</source>
            <translation>Como pide el método</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch corrects itself</source>
            <translation>Cada época se corrige a sí misma</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch corrects the days since the one before</source>
            <translation>Cada época corrige los días desde la anterior</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Smoother: epochs before are corrected, too</source>
            <translation>Suavizador: también se corrigen las épocas anteriores</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the files say</source>
            <translation>Como dicen los archivos</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Added to the storage</source>
            <translation>Sumado al almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Factors on the storage</source>
            <translation>Factores sobre el almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Rough</source>
            <translation>Rugoso</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Smooth</source>
            <translation>Suave</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Very smooth</source>
            <translation>Muy suave</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch by itself</source>
            <translation>Cada época por separado</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Storage with a memory</source>
            <translation>Almacenamiento con memoria</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A trend and a yearly wave</source>
            <translation>Una tendencia y una onda anual</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Edges of near cells</source>
            <translation>Bordes de las celdas cercanas</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Disks of a cell's area</source>
            <translation>Discos del área de una celda</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Disks of 14 km, as in Chen et al. (2022)</source>
            <translation>Discos de 14 km, como en Chen et al. (2022)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Gaussian</source>
            <translation>Gaussiano</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Without stripes, then Gaussian</source>
            <translation>Sin franjas y después gaussiano</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Earth model</source>
            <translation>Modelo de la Tierra</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Elastic structure behind the load Love numbers.</source>
            <translation>Estructura elástica tras los números de Love de carga.</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Table of Love numbers</source>
            <translation>Tabla de números de Love</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Instead of the Earth model: degree, h, l, k in the layout of LoadDef, gravity-toolkit or REAR.</source>
            <translation>En lugar del modelo de la Tierra: grado, h, l, k en el formato de LoadDef, gravity-toolkit o REAR.</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Crustal column</source>
            <translation>Columna de corteza</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>On top of the Earth model, from the surface down: thickness_km,vp_km_s,vs_km_s,density_g_cm3 in each line. Its Love numbers are computed the first time (some seconds) and kept.</source>
            <translation>Sobre el modelo de la Tierra, de la superficie hacia abajo: thickness_km,vp_km_s,vs_km_s,density_g_cm3 en cada línea. Sus números de Love se calculan la primera vez (unos segundos) y se guardan.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>From Import storage. Must cover the observations; load far beyond them counts, too.</source>
            <translation>De Importar almacenamiento. Debe cubrir las observaciones; la carga lejana también cuenta.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Gridded vertical displacement from Line of sight to vertical.</source>
            <translation>Desplazamiento vertical en malla de De línea de visión a vertical.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>More frames</source>
            <translation>Más imágenes</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Vertical displacement of other tracks, or of neighbours on the same track, on the same EASE-Grid 2.0. Frames may overlap and have dates of their own.</source>
            <translation>Desplazamiento vertical de otras órbitas, o de vecinas en la misma órbita, en la misma EASE-Grid 2.0. Las imágenes pueden solaparse y tener fechas propias.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>References of more frames</source>
            <translation>Referencias de las otras imágenes</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>One word for each, in the same order: absolute, tied or unknown. Empty: all as the first.</source>
            <translation>Una palabra por cada una, en el mismo orden: absolute, tied o unknown. Vacío: todas como la primera.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/guided_entries.py" />
            <source>GNSS stations</source>
            <translation>Estaciones GNSS</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Heights from Import GNSS series, used at the stations themselves, with the displacement or without it (enkf_3d, letkf). With displacement of unknown reference they say what moves the whole frame.</source>
            <translation>Alturas de Importar series GNSS, usadas en las propias estaciones, con el desplazamiento o sin él (enkf_3d, letkf). Con un desplazamiento de referencia desconocida dicen qué mueve toda la escena.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Error of station heights (mm)</source>
            <translation>Error de las alturas de las estaciones (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of what their formal errors do not know, such as other loads; added to them.</source>
            <translation>Desviación típica de lo que sus errores formales no conocen, como otras cargas; se añade a ellos.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: the best that these data allow, by an exact smoother without an ensemble, whose errors are found from the data; of members it corrects the mean, and the land model follows it (runs in parts or of less than a year: enkf_3d with stations, else enkf_1d). exact: the same by name. paper: the filter of Chen et al. (2022) with all its choices. </source>
            <translation>auto: lo mejor que permiten estos datos, con un suavizador exacto sin conjunto cuyos errores se obtienen de los datos; de los miembros corrige la media, y el modelo de superficie la sigue (ejecuciones por partes o de menos de un año: enkf_3d con estaciones, si no enkf_1d). exact: lo mismo, por su nombre. paper: el filtro de Chen et al. (2022) con todas sus opciones. </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>enkf_1d: the paper's filter, each cell by its own observation, with perturbed observations; ensrf_1d: the same without drawing them; enkf_3d: all observations correct all cells in reach; letkf: the same by local transforms, slower.</source>
            <translation>enkf_1d: el filtro del artículo, cada celda con su propia observación, con observaciones perturbadas; ensrf_1d: lo mismo sin sortearlas; enkf_3d: todas las observaciones corrigen todas las celdas a su alcance; letkf: lo mismo con transformadas locales, más lento.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Window</source>
            <translation>Ventana</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: smoother for the best estimate, one_step for the others. </source>
            <translation>auto: smoother para la mejor estimación, one_step para las demás. </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>one_step: each epoch corrects its own state; two_step_equal: the days since the epoch before, in equal parts; enks: a smoother, which corrects the epochs before, too.</source>
            <translation>one_step: cada época corrige su propio estado; two_step_equal: los días desde la época anterior, en partes iguales; enks: un suavizador, que corrige también las épocas anteriores.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Lag of the smoother (days)</source>
            <translation>Retardo del suavizador (días)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>How far back the smoother corrects.</source>
            <translation>Hasta dónde corrige hacia atrás el suavizador.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Size of the ensemble (24 in the paper). A storage file with members keeps its own.</source>
            <translation>Tamaño del conjunto (24 en el artículo). Un archivo de almacenamiento con miembros conserva los suyos.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Localization (km)</source>
            <translation>Localización (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Distance from which on an observation says nothing of a cell (enkf_3d, letkf). 0: no limit.</source>
            <translation>Distancia desde la cual una observación no dice nada de una celda (enkf_3d, letkf). 0: sin límite.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Inflation</source>
            <translation>Inflación</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Factor on the spread before each analysis. 24 members lose about 3 % of it; 1: none.</source>
            <translation>Factor sobre la dispersión antes de cada análisis. 24 miembros pierden cerca de un 3 %; 1: ninguno.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Relaxation to prior spread</source>
            <translation>Relajación a la dispersión previa</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Part of the spread lost in an analysis that is given back. 0: none.</source>
            <translation>Parte de la dispersión perdida en un análisis que se devuelve. 0: nada.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Reference of the displacement</source>
            <translation>Referencia del desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: as the files say, each frame tied by all stations; for filters with members absolute. </source>
            <translation>auto: como dicen los archivos, cada imagen ligada por todas las estaciones; para filtros con miembros, absolute. </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>absolute: nothing common to all cells is in error; tied: by GNSS, with the error of the tie; unknown: relative to an area whose own motion nobody knows - then little can be said of storage.</source>
            <translation>absolute: nada común a todas las celdas es erróneo; tied: ligado por GNSS, con el error del enlace; unknown: relativo a un área cuyo propio movimiento nadie conoce; entonces poco puede decirse del almacenamiento.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Error of the tie (mm)</source>
            <translation>Error del enlace (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of what a tied frame is off by at an epoch; 2 to 5 mm for GNSS.</source>
            <translation>Desviación típica de lo que una imagen ligada se aparta en una época; de 2 a 5 mm para GNSS.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Length of observation errors (km)</source>
            <translation>Longitud de los errores de observación (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Atmosphere: 50 to 100 km. 0: independent cells. The one-dimensional filters cannot use it.</source>
            <translation>Atmósfera: de 50 a 100 km. 0: celdas independientes. Los filtros unidimensionales no pueden usarla.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Independent part of the error</source>
            <translation>Parte independiente del error</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Part of the variance that is a cell's own where errors are correlated.</source>
            <translation>Parte de la varianza que es propia de una celda cuando los errores están correlacionados.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Seasonal bias (mm)</source>
            <translation>Sesgo estacional (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of a yearly error that all cells share, of atmosphere or other loads; 2 to 3 mm where the frame is not tied. 0: none.</source>
            <translation>Desviación típica de un error anual que comparten todas las celdas, de la atmósfera u otras cargas; de 2 a 3 mm si la imagen no está ligada. 0: ninguno.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>A plane was taken out of each epoch</source>
            <translation>Se quitó un plano de cada época</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Then nothing is known along it, and predictions are treated alike.</source>
            <translation>Entonces nada se sabe a lo largo de él, y las predicciones se tratan igual.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Periods not to be used</source>
            <translation>Períodos que no se usan</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Such as an earthquake's months: 2016-05-01..2016-06-30, separated by commas.</source>
            <translation>Como los meses de un terremoto: 2016-05-01..2016-06-30, separados por comas.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Remove trends</source>
            <translation>Quitar tendencias</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Take a linear trend out of observed and predicted displacement. A drought's trend goes with it.</source>
            <translation>Quita una tendencia lineal del desplazamiento observado y predicho. La tendencia de una sequía se va con ella.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Error memory (days)</source>
            <translation>Memoria del error (días)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Time after which a correction, and the model's error, has faded to 1/e.</source>
            <translation>Tiempo tras el cual una corrección, y el error del modelo, se reduce a 1/e.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Storage error (mm)</source>
            <translation>Error de almacenamiento (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of the modelled storage of a cell, from which members are drawn.</source>
            <translation>Desviación típica del almacenamiento modelado de una celda, de la que se sortean los miembros.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Length of storage errors (km)</source>
            <translation>Longitud de los errores de almacenamiento (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Distance over which the model errs alike. It decides how much a cell's displacement says.</source>
            <translation>Distancia en la que el modelo yerra por igual. Decide cuánto dice el desplazamiento de una celda.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Kind of storage errors</source>
            <translation>Tipo de errores de almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>additive: added to the storage; lognormal: factors, for storage that is positive. Both keep the mean.</source>
            <translation>additive: sumados al almacenamiento; lognormal: factores, para almacenamiento positivo. Ambos conservan la media.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>The same seed gives the same analysis, bit for bit, whatever the number of workers.</source>
            <translation>La misma semilla da el mismo análisis, bit a bit, sea cual sea el número de hilos.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source> Empty: found from the data; the paper's value for filters with members.</source>
            <translation> Vacío: se halla de los datos; el valor del artículo para filtros con miembros.</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Observation error (mm)</source>
            <translation>Error de observación (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of the vertical displacement of a cell at an epoch (9 mm in the paper).</source>
            <translation>Desviación típica del desplazamiento vertical de una celda en una época (9 mm en el artículo).</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>1 Start here</source>
            <translation>1 Empiece aquí</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>2 Interferograms</source>
            <translation>2 Interferogramas</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>3 Displacement</source>
            <translation>3 Desplazamiento</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>4 Water storage</source>
            <translation>4 Almacenamiento de agua</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>5 Load and ground motion</source>
            <translation>5 Carga y movimiento del suelo</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>6 Assimilation</source>
            <translation>6 Asimilación</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>7 GRACE</source>
            <translation>7 GRACE</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>8 Series and reports</source>
            <translation>8 Series e informes</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>9 Whole chains</source>
            <translation>9 Cadenas completas</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of what their formal errors do not know; added to them.</source>
            <translation>Desviación típica de lo que sus errores formales no conocen; se añade a ellos.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Error common to all stations (mm)</source>
            <translation>Error común a todas las estaciones (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>It cannot be estimated. One millimetre common to all is some 25 to 39 mm of water in the mean.</source>
            <translation>No puede estimarse. Un milímetro común a todas equivale a unos 25 a 39 mm de agua en la media.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Stations to leave out</source>
            <translation>Estaciones que se omiten</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Names, such as those over aquifers; or auto: those that their neighbours refute, which are then named.</source>
            <translation>Nombres, como los de las que están sobre acuíferos; o auto: las que sus vecinas refutan, que entonces se nombran.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>auto: as the files say; absolute; tied: by GNSS, with the error of the tie; unknown: an offset is free at every epoch.</source>
            <translation>auto: como dicen los archivos; absolute; tied: por GNSS, con el error del enlace; unknown: un desfase queda libre en cada época.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of the vertical displacement of a frame's cell at an epoch. Empty: as the file states it, or 9 mm.</source>
            <translation>Desviación típica del desplazamiento vertical de una celda del cuadro en una época. Vacío: la que indica el archivo, o 9 mm.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Atmosphere: 50 to 100 km. 0: independent cells, with which a frame can do harm. Empty: as the file states it, or 0.</source>
            <translation>Atmósfera: de 50 a 100 km. 0: celdas independientes, con las que un cuadro puede hacer daño. Vacío: lo que indica el archivo, o 0.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Part of the variance that is a cell's own where errors are correlated. Empty: as the file states it, or 0.2.</source>
            <translation>Parte de la varianza propia de una celda cuando los errores están correlacionados. Vacío: la que indica el archivo, o 0.2.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of what a tied frame is off by at an epoch. Empty: as the file states it, or 3 mm.</source>
            <translation>Desviación típica de lo que un cuadro enlazado se desvía en una época. Vacío: la que indica el archivo, o 3 mm.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Then it is free at every epoch.</source>
            <translation>Entonces queda libre en cada época.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Estimate the errors</source>
            <translation>Estimar los errores</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>A factor on the errors of each kind of data by the same likelihood, between 1/4 and 4.</source>
            <translation>Un factor sobre los errores de cada tipo de datos por la misma verosimilitud, entre 1/4 y 4.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>covariance: with standard deviations; laplacian: the classic way, without them.</source>
            <translation>covariance: con desviaciones típicas; laplacian: la manera clásica, sin ellas.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Smoothing of the Laplacian</source>
            <translation>Suavizado del laplaciano</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Empty: by cross-validation over all epochs.</source>
            <translation>Vacío: por validación cruzada en todas las épocas.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Size of the storage's differences (mm)</source>
            <translation>Tamaño de las diferencias del almacenamiento (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation; empty: estimated.</source>
            <translation>Desviación típica; vacío: estimada.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Length of the storage's differences (km)</source>
            <translation>Longitud de las diferencias del almacenamiento (km)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Empty: estimated, and averaged over lengths.</source>
            <translation>Vacío: estimada, y promediada sobre longitudes.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Size of the common storage (mm)</source>
            <translation>Tamaño del almacenamiento común (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Smoothness of storage</source>
            <translation>Suavidad del almacenamiento</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Matern's nu. Data cannot tell it; the rough one gives honest intervals.</source>
            <translation>nu de Matern. Los datos no pueden decirlo; el rugoso da intervalos honestos.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <location filename="../core/report/study_report.py" />
            <source>Time</source>
            <translation>Tiempo (épocas)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>each: epochs alone; smooth: storage has a memory; seasonal: a trend and a yearly wave.</source>
            <translation>each: épocas por separado; smooth: el almacenamiento tiene memoria; seasonal: una tendencia y una onda anual.</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Memory (days)</source>
            <translation>Memoria (días)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Of storage, where TIME is smooth. Empty: estimated.</source>
            <translation>Del almacenamiento, si TIME es smooth. Vacío: estimada.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/weather_report.py" />
            <source>Weather</source>
            <translation>Tiempo atmosférico</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>With it the land model runs, and storage is only the load outside its columns, without which the effect of that load is taken for water inside. A file, or the path of a folder with weather files; it should begin months before the first epoch, so that the members part.</source>
            <translation>Con él corre el modelo de superficie, y el almacenamiento es solo la carga fuera de sus columnas; sin ella, su efecto se toma por agua de dentro. Un archivo, o la ruta de una carpeta con archivos de tiempo; debe empezar meses antes de la primera época, para que los miembros se separen.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Soil, topography and vegetation of the columns, one or more a cell of the EASE-Grid 2.0.</source>
            <translation>Suelo, topografía y vegetación de las columnas, una o más por celda de la EASE-Grid 2.0.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Numbers of the preset to change, such as catdef.degrees=3, catdef.std=0.08: errors that reach over many cells, without which the mean of an area cannot be corrected. States are per hour.</source>
            <translation>Números del ajuste que se cambian, como catdef.degrees=3, catdef.std=0.08: errores que abarcan muchas celdas, sin los cuales la media de un área no puede corregirse. Los estados son por hora.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Increments of the stores</source>
            <translation>Incrementos de los depósitos</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>ensemble: soil water and snow each by their own covariance with the displacement; rescale: all by one factor. What a store cannot take goes to the others.</source>
            <translation>ensemble: agua del suelo y nieve, cada una por su propia covarianza con el desplazamiento; rescale: todo por un factor. Lo que un depósito no admite pasa a los otros.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>FORCING and PARAMETERS go together: give both to run the land model, or INPUT alone.</source>
            <translation>FORCING y PARAMETERS van juntos: dé ambos para ejecutar el modelo de superficie, o solo INPUT.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Give INPUT (storage), or FORCING and PARAMETERS to run the land model.</source>
            <translation>Indique INPUT (almacenamiento), o FORCING y PARAMETERS para ejecutar el modelo de superficie.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Give OBSERVATIONS (displacement), STATIONS (GNSS), or both.</source>
            <translation>Dé OBSERVATIONS (desplazamiento), STATIONS (GNSS) o ambos.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Weather (*.nc *.nc4 *.csv *.zip *.grib *.grb);;All files (*)</source>
            <translation>Tiempo (*.nc *.nc4 *.csv *.zip *.grib *.grb);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Parameters (*.nc *.nc4 *.csv *.json);;All files (*)</source>
            <translation>Parámetros (*.nc *.nc4 *.csv *.json);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>A file, or the path of a folder with weather files.</source>
            <translation>Un archivo, o la ruta de una carpeta con archivos de tiempo.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Of the land model's columns: the places where the weather is looked at. Empty: places spread over what the files cover.</source>
            <translation>De las columnas del modelo de superficie: los lugares donde se examina el tiempo. Vacío: lugares repartidos por lo que cubren los archivos.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Other precipitation</source>
            <translation>Otra precipitación</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>IMERG, CHIRPS, GPCP or MSWEP: a file or the path of a folder, used instead of the weather's own.</source>
            <translation>IMERG, CHIRPS, GPCP o MSWEP: un archivo o la ruta de una carpeta, usada en lugar de la de los datos meteorológicos.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>For parameters that come with longitude and latitude; others lie on a grid already.</source>
            <translation>Para parámetros que vienen con longitud y latitud; los demás ya están en una malla.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Amounts of ERA5</source>
            <translation>Cantidades de ERA5</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>What ERA5's sums (tp, ssrd, strd) are sums of. auto: as the values show (ERA5-Land's rise from 00 UTC on and fall after it); hour: the hour before the time; step: since the time before; day: since 00 UTC.</source>
            <translation>De qué son sumas las sumas de ERA5 (tp, ssrd, strd). auto: como muestran los valores (las de ERA5-Land crecen desde las 00 UTC y caen después); hour: la hora anterior al instante; step: desde el instante anterior; day: desde las 00 UTC.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Times of means</source>
            <translation>Instantes de las medias</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Where in its interval the time of a mean lies. auto: by its bounds, or as the product has it.</source>
            <translation>En qué punto de su intervalo está el instante de una media. auto: por sus límites, o como lo tiene el producto.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Clock of the weather (h ahead of UTC)</source>
            <translation>Reloj del tiempo (h por delante de UTC)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Empty: as the files say; FLUXNET's local time is found by the sun.</source>
            <translation>Vacío: como dicen los archivos; la hora local de FLUXNET se halla por el sol.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Height of measurement (m)</source>
            <translation>Altura de medición (m)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Of temperature, humidity and wind above the ground. 0: as the files or the product say.</source>
            <translation>De temperatura, humedad y viento sobre el suelo. 0: como dicen los archivos o el producto.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Units of the weather</source>
            <translation>Unidades del tiempo</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Where the files have none or wrong ones, such as Rainf=mm/h, Tair=degC.</source>
            <translation>Donde los archivos no las tienen o están mal, como Rainf=mm/h, Tair=degC.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Years of spin-up</source>
            <translation>Años de calentamiento</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>At most so many runs through the first year; it ends earlier where storage changes by less than 1 mm.</source>
            <translation>Como máximo tantas vueltas por el primer año; acaba antes si el almacenamiento cambia menos de 1 mm.</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Version of the model</source>
            <translation>Versión del modelo</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>fortuna: LISF F2.5 with GEOS's humidity derivative; the others are settings of other versions.</source>
            <translation>fortuna: LISF F2.5 con la derivada de humedad de GEOS; las otras son ajustes de otras versiones.</translation>
        </message>
        <message>
            <location filename="../processing/layers.py" />
            <source>Without the temporal controller: {}</source>
            <translation>Sin el controlador temporal: {}</translation>
        </message>
        <message>
            <location filename="../processing/layers.py" />
            <location filename="../ui/sources.py" />
            <source>synthetic</source>
            <translation>sintético</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Unit where a file has none</source>
            <translation>Unidad donde un archivo no la tiene</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>mm, cm, m or kg m-2. Empty: as the files say; a file without a unit is then refused.</source>
            <translation>mm, cm, m o kg m-2. Vacío: como dicen los archivos; un archivo sin unidad se rechaza entonces.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>NetCDF files (*.nc)</source>
            <translation>Archivos NetCDF (*.nc)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>CSV files (*.csv)</source>
            <translation>Archivos CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <location filename="../ui/dock_widgets.py" />
            <source>Report</source>
            <translation>Informe</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>HTML files (*.html)</source>
            <translation>Archivos HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Only this part is read. Empty: everything. On the command line: west,east,south,north in degrees.</source>
            <translation>Solo se lee esta parte. Vacío: todo. En la línea de órdenes: west,east,south,north en grados.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>First date</source>
            <translation>Primera fecha</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Nothing earlier is read. Empty: from the beginning.</source>
            <translation>No se lee nada anterior. Vacío: desde el principio.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Nothing later is read. Empty: to the end.</source>
            <translation>No se lee nada posterior. Vacío: hasta el final.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Unit of {}</source>
            <translation>Unidad de {}</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>file: as the file says, in the names of its columns (up_mm, height (m)) or a remark '# unit: mm'.</source>
            <translation>file: como dice el archivo, en los nombres de sus columnas (up_mm, height (m)) o en un comentario '# unit: mm'.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Columns of {}</source>
            <translation>Columnas de {}</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Names of a table's columns in their order, for tables without a header: date,-,north_m,east_m,up_m ('-' for one to pass over). Empty: as the header says.</source>
            <translation>Nombres de las columnas de una tabla en su orden, para tablas sin encabezado: date,-,north_m,east_m,up_m ('-' para la que se salta). Vacío: como dice el encabezado.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Workers</source>
            <translation>Hilos de trabajo</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Threads or processes that compute at the same time. The result does not depend on it.</source>
            <translation>Hilos o procesos que calculan al mismo tiempo. El resultado no depende de ello.</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Add styled layers to the project</source>
            <translation>Añadir capas con estilo al proyecto</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Add the results to the map with a style and, for series, with their dates.</source>
            <translation>Añade los resultados al mapa con un estilo y, para series, con sus fechas.</translation>
        </message>
        <message>
            <location filename="../processing/point_layers.py" />
            <source>{} of {} points are shown.</source>
            <translation>Se muestran {} de {} puntos.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed.</source>
            <translation>Necesario.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Displacement alone is relative: nothing tells what moves the whole frame, and the storage will stay nearly as it is. A vertical series of the reference area, GNSS stations, or GRACE as data would change that.</source>
            <translation>El desplazamiento por sí solo es relativo: nada dice qué mueve toda la trama, y el almacenamiento quedará casi como está. Una serie vertical del área de referencia, estaciones GNSS o GRACE como datos lo cambiarían.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>With GRACE the result can be judged by data of another kind.</source>
            <translation>Con GRACE el resultado puede juzgarse con datos de otro tipo.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Delays of GACOS take much of the air out of the displacement.</source>
            <translation>Los retardos de GACOS quitan gran parte del aire del desplazamiento.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>This is a file: choose a folder.</source>
            <translation>Esto es un archivo: elija una carpeta.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>You may not write in {}: choose another folder.</source>
            <translation>No puede escribir en {}: elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Write longitude and latitude in degrees with a comma between: 100.23,25.58.</source>
            <translation>Escriba longitud y latitud en grados con una coma entre ellas: 100.23,25.58.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>A latitude of {lat:g} does not exist. Longitude comes first: did you mean {lat:g},{lon:g}?</source>
            <translation>Una latitud de {lat:g} no existe. La longitud va primero: ¿quiso decir {lat:g},{lon:g}?</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>A latitude of {:g} does not exist.</source>
            <translation>Una latitud de {:g} no existe.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Longitude comes first: {lat:g},{lon:g} lies in the frame, {lon:g},{lat:g} does not.</source>
            <translation>La longitud va primero: {lat:g},{lon:g} está en la trama, {lon:g},{lat:g} no.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>This place lies outside the frame, which reaches from {west:.2f} to {east:.2f} E and from {south:.2f} to {north:.2f} N.</source>
            <translation>Este lugar está fuera de la trama, que va de {west:.2f} a {east:.2f} E y de {south:.2f} a {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>{part} covers no time of GRACE, which has {first} to {last}.</source>
            <translation>{part} no cubre ningún tiempo de GRACE, que tiene de {first} a {last}.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>The region lies outside the frame, where there is no displacement.</source>
            <translation>La región está fuera de la trama, donde no hay desplazamiento.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>It has {first} to {last}, and the interferograms {start} to {end}: no common time.</source>
            <translation>Tiene de {first} a {last}, y los interferogramas de {start} a {end}: ningún tiempo en común.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed without a model: displacement is relative, and nothing tells what moves the whole frame. Give GNSS stations, a vertical series of the reference area, or GRACE as data.</source>
            <translation>Necesario sin modelo: el desplazamiento es relativo y nada dice qué mueve toda la trama. Dé estaciones GNSS, una serie vertical del área de referencia o GRACE como datos.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed with the Catchment model: its states cannot be corrected by displacement that is relative. Give GNSS stations or a vertical series of the reference area.</source>
            <translation>Necesario con el modelo Catchment: sus estados no pueden corregirse con desplazamiento relativo. Dé estaciones GNSS o una serie vertical del área de referencia.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed: it is to be used as data.</source>
            <translation>Necesario: se va a usar como datos.</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>The Catchment model does not take GRACE as data: switch this off, or give storage from a file.</source>
            <translation>El modelo Catchment no admite GRACE como datos: desactívelo o dé el almacenamiento de un archivo.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Groundswell time series</source>
            <translation>Series temporales de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Eight series are kept: remove one first.</source>
            <translation>Hay ocho series guardadas: quite una primero.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Load a result of Groundswell into the project, or open a file, then click on the map.</source>
            <translation>Cargue un resultado de Groundswell en el proyecto, o abra un archivo, y pulse en el mapa.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Click on the map to see the series there.</source>
            <translation>Pulse en el mapa para ver la serie de ese lugar.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Choose a file with series first.</source>
            <translation>Elija primero un archivo con series.</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Open a file with series</source>
            <translation>Abrir un archivo con series</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>{} is not a file with series from Groundswell: choose a displacement, storage or analysis file.</source>
            <translation>{} no es un archivo con series de Groundswell: elija uno de desplazamiento, almacenamiento o análisis.</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates of steps such as earthquakes (2016-05-18, 2018-10-02); empty for none:</source>
            <translation>Fechas de saltos como terremotos (2016-05-18, 2018-10-02); vacío si no hay:</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates of the profile</source>
            <translation>Fechas del perfil</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates to draw beside the map's (2018-06-01, 2019-06-01); empty: evenly:</source>
            <translation>Fechas que dibujar junto a la del mapa (2018-06-01, 2019-06-01); vacío: repartidas por igual:</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Groundswell file whose series are shown</source>
            <translation>Archivo de Groundswell cuyas series se muestran</translation>
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
            <translation>Almacenamiento de GRACE que se dibuja en el mismo eje</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open...</source>
            <translation>Abrir...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open a file that is not in the project (Alt+O)</source>
            <translation>Abre un archivo que no está en el proyecto (Alt+O)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Message</source>
            <translation>Mensaje</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Chart of the series</source>
            <translation>Gráfico de las series</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Point</source>
            <translation>Punto</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Click on the map to see the series there (Alt+P)</source>
            <translation>Pulse en el mapa para ver la serie de ese lugar (Alt+P)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Area</source>
            <translation>Área</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw a polygon on the map to see its mean: click its corners, end with a right click (Alt+A)</source>
            <translation>Dibuje un polígono en el mapa para ver su media: pulse sus vértices y termine con el botón derecho (Alt+A)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw a line on the map to see the values along it: click its corners, end with a right click (Alt+L)</source>
            <translation>Dibuje una línea en el mapa para ver los valores a lo largo de ella: marque sus vértices y termine con un clic derecho (Alt+L)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Dates of the profile...</source>
            <translation>Fechas del perfil...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Reference</source>
            <translation>Referencia</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Click on the map to see displacement relative to that place; press again to undo (Alt+R)</source>
            <translation>Pulse en el mapa para ver el desplazamiento relativo a ese lugar; pulse de nuevo para deshacer (Alt+R)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Hold</source>
            <translation>Retener</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Keep this series in the chart to compare others with it (Alt+H)</source>
            <translation>Conserva esta serie en el gráfico para comparar otras con ella (Alt+H)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Clear</source>
            <translation>Vaciar</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Drop the kept series (Alt+C)</source>
            <translation>Quitar las series guardadas (Alt+C)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>More files</source>
            <translation>Más archivos</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw the series of further files at the same place</source>
            <translation>Dibujar las series de otros archivos en el mismo lugar</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Innovations</source>
            <translation>Innovaciones</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw the normalized innovations of an analysis below (Alt+I)</source>
            <translation>Dibuja debajo las innovaciones normalizadas de un análisis (Alt+I)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open the report that lies beside the file (Alt+T)</source>
            <translation>Abre el informe que está junto al archivo (Alt+T)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/picture.py" />
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Fit a model to the series and draw its residuals</source>
            <translation>Ajusta un modelo a la serie y dibuja sus residuos</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Rate</source>
            <translation>Tasa</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Annual cycle</source>
            <translation>Ciclo anual</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Steps...</source>
            <translation>Saltos...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Save the series as a table, or the chart as a picture</source>
            <translation>Guarda la serie como tabla, o el gráfico como imagen</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Series as CSV...</source>
            <translation>Series como CSV...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Chart as PNG, SVG or PDF...</source>
            <translation>Gráfico como PNG, SVG o PDF...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Map over time as GIF or MP4...</source>
            <translation>Mapa en el tiempo como GIF o MP4...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Make a page to print with map, chart and legend (Alt+G)</source>
            <translation>Hace una página para imprimir con mapa, gráfico y leyenda (Alt+G)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>an interferogram stack of Groundswell</source>
            <translation>una pila de interferogramas de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of Groundswell</source>
            <translation>una serie de desplazamiento de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>gridded displacement of Groundswell</source>
            <translation>desplazamiento en malla de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>water storage of Groundswell</source>
            <translation>almacenamiento de agua de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>an analysis of Groundswell</source>
            <translation>un análisis de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GRACE storage of Groundswell</source>
            <translation>almacenamiento de GRACE de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GNSS stations of Groundswell</source>
            <translation>estaciones GNSS de Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms in LiCSAR layout</source>
            <translation>interferogramas en el formato de LiCSAR</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of HyP3</source>
            <translation>interferogramas de HyP3</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of NISAR</source>
            <translation>interferogramas de NISAR</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of ARIA</source>
            <translation>interferogramas de ARIA</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of MintPy</source>
            <translation>interferogramas de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms, a folder or raster a pair</source>
            <translation>interferogramas, una carpeta o un ráster por par</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>displacement of OPERA DISP-S1</source>
            <translation>desplazamiento de OPERA DISP-S1</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>displacement of the European Ground Motion Service</source>
            <translation>desplazamiento del European Ground Motion Service</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of MintPy</source>
            <translation>una serie de desplazamiento de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>several displacement series of MintPy</source>
            <translation>varias series de desplazamiento de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>look vectors of MintPy</source>
            <translation>vectores de visión de MintPy</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of LiCSBAS</source>
            <translation>una serie de desplazamiento de LiCSBAS</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>rasters of displacement named by dates</source>
            <translation>ráster de desplazamiento nombrados por fechas</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a table of displacement at points</source>
            <translation>una tabla de desplazamiento en puntos</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a layer of displacement at points</source>
            <translation>una capa de desplazamiento en puntos</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>tropospheric delays of GACOS</source>
            <translation>retardos troposféricos de GACOS</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GNSS series</source>
            <translation>series GNSS</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GRACE harmonics</source>
            <translation>armónicos de GRACE</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>water storage of a land model</source>
            <translation>almacenamiento de agua de un modelo de superficie</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>weather</source>
            <translation>tiempo meteorológico</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>{}: nothing that Groundswell knows.</source>
            <translation>{}: nada que Groundswell conozca.</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>{name}: {what}. The step that takes it: {step}.</source>
            <translation>{name}: {what}. El paso que lo toma: {step}.</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the series</source>
            <translation>Guardar la serie</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the chart</source>
            <translation>Guardar el gráfico</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the map over time</source>
            <translation>Guardar el mapa en el tiempo</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Drawing the map at each date...</source>
            <translation>Dibujando el mapa de cada fecha...</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Groundswell {version}. {band}</source>
            <translation>Groundswell {version}. {band}</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Synthetic data.</source>
            <translation>Datos sintéticos.</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Saved {}</source>
            <translation>Guardado {}</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>{}: a film is a GIF or MP4; choose one of these endings.</source>
            <translation>{}: una película es GIF o MP4; elija una de estas extensiones.</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>MP4 needs the program ffmpeg, which this system does not have: choose GIF.</source>
            <translation>MP4 necesita el programa ffmpeg, que este sistema no tiene: elija GIF.</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>The map shows no layer with dates: load a series, and switch its layer on.</source>
            <translation>El mapa no muestra ninguna capa con fechas: cargue una serie y active su capa.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Study</source>
            <translation>Estudio</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Folder of the study</source>
            <translation>&amp;Carpeta del estudio</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Title</source>
            <translation>&amp;Título</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Comes fro&amp;m</source>
            <translation>Pr&amp;ocede de</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Interferograms</source>
            <translation>&amp;Interferogramas</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>P&amp;roduct</source>
            <translation>P&amp;roducto</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>G&amp;ACOS delays</source>
            <translation>Retardos de G&amp;ACOS</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>R&amp;eference place</source>
            <translation>Lugar de r&amp;eferencia</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Vertical series there</source>
            <translation>Serie &amp;vertical del lugar</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Fastest motion &amp;kept</source>
            <translation>Movimiento más rápido &amp;conservado</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/analysis_report.py" />
            <source>Water storage</source>
            <translation>Almacenamiento de agua</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Storage to &amp;correct</source>
            <translation>Almacenamiento que se &amp;corrige</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Parameters of the co&amp;lumns</source>
            <translation>Parámetros de las co&amp;lumnas</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Weather</source>
            <translation>&amp;Tiempo atmosférico</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/study_inputs_page.py" />
            <source>Land-model &amp;storage</source>
            <translation>Almacenamiento del modelo de &amp;superficie</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Other data</source>
            <translation>Otros datos</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GNSS stati&amp;ons</source>
            <translation>Estaci&amp;ones GNSS</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;GRACE</source>
            <translation>&amp;GRACE</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GRACE as data</source>
            <translation>GRACE como datos</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Regio&amp;n (polygons)</source>
            <translation>Regió&amp;n (polígonos)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Periods</source>
            <translation>&amp;Períodos</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of the study</source>
            <translation>Carpeta del estudio</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>A new or empty folder: everything that the study makes is written there. That of a study begun before takes it up.</source>
            <translation>Una carpeta nueva o vacía: allí se escribe todo lo que produce el estudio. La de un estudio ya empezado lo retoma.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Stands over the report, such as the region and the years.</source>
            <translation>Encabeza el informe, por ejemplo la región y los años.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of unwrapped interferograms: LiCSAR, HyP3, NISAR, ARIA, MintPy's stack, or rasters named by two dates. Fetch a LiCSAR frame downloads one.</source>
            <translation>Carpeta de interferogramas desenrollados: LiCSAR, HyP3, NISAR, ARIA, la pila de MintPy, o rásteres nombrados por dos fechas. «Obtener una trama LiCSAR» descarga una.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Finished displacement: a folder of OPERA DISP-S1 or EGMS files, MintPy's or LiCSBAS's series, rasters named by dates, a table or layer of points with dates.</source>
            <translation>Desplazamiento terminado: una carpeta de archivos OPERA DISP-S1 o EGMS, la serie de MintPy o LiCSBAS, rásteres nombrados por fechas, una tabla o capa de puntos con fechas.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GACOS delays</source>
            <translation>Retardos de GACOS</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of delays of the air (.ztd or .ztd.tif), one a date: they are subtracted.</source>
            <translation>Carpeta de retardos del aire (.ztd o .ztd.tif), uno por fecha: se restan.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Where the ground moves least or a GNSS station stands: all displacement is relative to it. Longitude first, in degrees.</source>
            <translation>Donde menos se mueve el suelo o hay una estación GNSS: todo desplazamiento es relativo a ese lugar. Primero la longitud, en grados.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>longitude,latitude; empty: chosen automatically</source>
            <translation>longitud,latitud; vacío: se elige automáticamente</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Vertical series there</source>
            <translation>Serie vertical del lugar</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Vertical motion of the reference place: a table date,up_mm or the series of a GNSS station. With it displacement is absolute; interferograms alone cannot tell what moves the whole frame.</source>
            <translation>Movimiento vertical del lugar de referencia: una tabla date,up_mm o la serie de una estación GNSS. Con él el desplazamiento es absoluto; los interferogramas solos no dicen qué mueve toda la trama.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>needed for the Catchment model</source>
            <translation>necesario para el modelo Catchment</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Parameters of the columns</source>
            <translation>Parámetros de las columnas</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Soil, topography and vegetation of the land model's columns. Estimate land model parameters makes them from maps.</source>
            <translation>Suelo, topografía y vegetación de las columnas del modelo de superficie. «Estimar parámetros del modelo» los hace a partir de mapas.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Rain, radiation, temperature, humidity, wind and pressure: a file, or a folder of files as they were downloaded (ERA5-Land, GLDAS, MERRA-2).</source>
            <translation>Lluvia, radiación, temperatura, humedad, viento y presión: un archivo, o una carpeta de archivos tal como se descargaron (ERA5-Land, GLDAS, MERRA-2).</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Water storage of a land model (GLDAS CLSM or Noah, MERRA-2, any NetCDF file with storage): a file, or a folder with one file a day or month. It should reach some hundred kilometres beyond the frame.</source>
            <translation>Almacenamiento de agua de un modelo de superficie (GLDAS CLSM o Noah, MERRA-2, cualquier NetCDF con almacenamiento): un archivo, o una carpeta con un archivo por día o mes. Debe extenderse unos cientos de kilómetros más allá de la trama.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Heights of GNSS stations in the region: series as they were downloaded, a table station,lon,lat,date,up_mm, or the result of Import GNSS series. They tell what moves the whole frame, and judge the result.</source>
            <translation>Alturas de estaciones GNSS de la región: series tal como se descargaron, una tabla station,lon,lat,date,up_mm, o el resultado de «Importar series GNSS». Dicen qué mueve toda la trama y juzgan el resultado.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GRACE mascons, grids or a folder of harmonics: the result is compared with them.</source>
            <translation>Mascones, mallas o una carpeta de armónicos de GRACE: el resultado se compara con ellos.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Region (polygons)</source>
            <translation>Región (polígonos)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Over which storage is averaged, judged and compared. Empty: all cells with displacement.</source>
            <translation>Sobre la que se promedia, juzga y compara el almacenamiento. Vacío: todas las celdas con desplazamiento.</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Of which the comparison is told each by itself: first and last date with two dots between, periods separated by commas.</source>
            <translation>De los que la comparación informa por separado: primera y última fecha con dos puntos seguidos entre ellas, periodos separados por comas.</translation>
        </message>
        <message>
            <location filename="../ui/guided_example.py" />
            <source>The example could not be made; see the log messages of QGIS.</source>
            <translation>No se pudo crear el ejemplo; vea los mensajes de registro de QGIS.</translation>
        </message>
        <message>
            <location filename="../ui/guided_example.py" />
            <source>Example (synthetic data)</source>
            <translation>Ejemplo (datos sintéticos)</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <location filename="../core/report/headline.py" />
            <source>Found</source>
            <translation>Hallado</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <location filename="../core/report/headline.py" />
            <source>How sure</source>
            <translation>Con qué seguridad</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>What would help more</source>
            <translation>Qué ayudaría más</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>A vertical series of the reference area, or GNSS stations: they tell what moves the frame.</source>
            <translation>Una serie vertical del área de referencia o estaciones GNSS: dicen qué mueve la trama.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GNSS stations: each can be foretold by all other data, which shows what the result is worth.</source>
            <translation>Estaciones GNSS: cada una puede predecirse con todos los demás datos, lo que muestra cuánto vale el resultado.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GRACE, to compare with or as data.</source>
            <translation>GRACE, para comparar o como datos.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GRACE as data: months that are withheld then judge the result.</source>
            <translation>GRACE como datos: los meses retenidos juzgan entonces el resultado.</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>Storage of a land model, to be corrected by this displacement.</source>
            <translation>Almacenamiento de un modelo de superficie, para corregirlo con este desplazamiento.</translation>
        </message>
        <message>
            <location filename="../ui/guided_picks.py" />
            <source>drawn on the map</source>
            <translation>dibujada en el mapa</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>What was found: {}</source>
            <translation>Lo que se halló: {}</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>Choose a folder instead of a file</source>
            <translation>Elegir una carpeta en lugar de un archivo</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>There is no such file or folder.</source>
            <translation>No existe tal archivo o carpeta.</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Kept series</source>
            <translation>Series guardadas</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>F2 renames, Del removes, a right click has more; ticked series are drawn</source>
            <translation>F2 cambia el nombre, Supr quita, el clic derecho ofrece más; se dibujan las series marcadas</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Rename</source>
            <translation>Cambiar nombre</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Use its model and reference</source>
            <translation>Usar su modelo y su referencia</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Give it the dock's model and reference</source>
            <translation>Darle el modelo y la referencia del panel</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Export the selected as CSV...</source>
            <translation>Exportar las seleccionadas como CSV...</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Export all as CSV...</source>
            <translation>Exportar todas como CSV...</translation>
        </message>
        <message>
            <location filename="../ui/layer_group.py" />
            <source>Groundswell</source>
            <translation>Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/map_tools.py" />
            <source>This is no place on Earth in the map's reference system. Set the project's reference system (lower right of the window) and click again.</source>
            <translation>Esto no es un lugar de la Tierra en el sistema de referencia del mapa. Fije el sistema de referencia del proyecto (abajo a la derecha) y haga clic de nuevo.</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>Layers</source>
            <translation>Capas</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>Take the file of a layer of the project</source>
            <translation>Tomar el archivo de una capa del proyecto</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>No layer of the project shows such a file</source>
            <translation>Ninguna capa del proyecto muestra un archivo así</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Band: one standard deviation of the pixels in the cell.</source>
            <translation>Banda: una desviación típica de los píxeles de la celda.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Shaded: one standard deviation of the analysis' members; dotted: of the open loop's.</source>
            <translation>Sombreado: una desviación típica de los miembros del análisis; puntos: de los del lazo abierto.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Band: one standard deviation.</source>
            <translation>Banda: una desviación típica.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Residual</source>
            <translation>Residuo</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Model of {}</source>
            <translation>Modelo de {}</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>{} holds another quantity and is not drawn.</source>
            <translation>{} contiene otra magnitud y no se dibuja.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Kept series of another quantity are not drawn.</source>
            <translation>Las series guardadas de otra magnitud no se dibujan.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Place and reference have no date in common.</source>
            <translation>El lugar y la referencia no tienen fechas comunes.</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Relative to {}.</source>
            <translation>Relativo a {}.</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>area around {}</source>
            <translation>área en torno a {}</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>Open loop</source>
            <translation>Lazo abierto</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>{} is gone: choose another file.</source>
            <translation>{} ya no existe: elija otro archivo.</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>{file} has no data at {place}: the place was masked or never observed. Click somewhere else.</source>
            <translation>{file} no tiene datos en {place}: el lugar se enmascaró o nunca se observó. Pulse en otro sitio.</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>Normalized innovation</source>
            <translation>Innovación normalizada</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>The template {} is missing: install the plugin again.</source>
            <translation>Falta la plantilla {}: instale de nuevo el complemento.</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>The template {} does not fit this plugin: install it again.</source>
            <translation>La plantilla {} no corresponde a este complemento: instálelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>centre {}</source>
            <translation>centro {}</translation>
        </message>
        <message>
            <location filename="../ui/profile.py" />
            <source>{} has no data along this line: draw it across the data.</source>
            <translation>{} no tiene datos a lo largo de esta línea: dibújela a través de los datos.</translation>
        </message>
        <message>
            <location filename="../ui/profile.py" />
            <source>Switch on the temporal controller to see the date of the map, too.</source>
            <translation>Active el controlador temporal para ver también la fecha del mapa.</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>analysis</source>
            <translation>análisis</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>storage</source>
            <translation>almacenamiento</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>vertical displacement</source>
            <translation>desplazamiento vertical</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>displacement</source>
            <translation>desplazamiento</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study and its data</source>
            <translation>Un estudio y sus datos</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What is missing or wrong stands below each entry; Next waits for it. Rest the pointer on an entry to read what it is for. The folder of an earlier study takes it up where it stopped.</source>
            <translation>Lo que falta o está mal aparece bajo cada entrada; Siguiente lo espera. Deje el puntero sobre una entrada para leer para qué sirve. La carpeta de un estudio anterior lo retoma donde se detuvo.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Load the example</source>
            <translation>Car&amp;gar el ejemplo</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Make a small study area with synthetic data and a known truth, and fill in everything below.</source>
            <translation>Crear un área de estudio pequeña con datos sintéticos y una verdad conocida, y rellenar todo lo de abajo.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Progress of the example</source>
            <translation>Progreso del ejemplo</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What is missing</source>
            <translation>Qué falta</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Map</source>
            <translation>Mapa</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Pick the place on the map</source>
            <translation>Elegir el lugar en el mapa</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Draw</source>
            <translation>Dibujar</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Draw the region on the map</source>
            <translation>Dibujar la región en el mapa</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Storage outside the columns</source>
            <translation>Alma&amp;cenamiento fuera de las columnas</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Still missing or wrong: {}.</source>
            <translation>Aún falta o está mal: {}.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Everything that the study needs is there.</source>
            <translation>Está todo lo que necesita el estudio.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A new study.</source>
            <translation>Un estudio nuevo.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study that was begun before: it is taken up where it stopped.</source>
            <translation>Un estudio que ya se había empezado: se retoma donde quedó.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Interferograms, inverted here</source>
            <translation>Interferogramas, invertidos aquí</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A finished product (OPERA, EGMS, MintPy, LiCSBAS, ...)</source>
            <translation>Un producto terminado (OPERA, EGMS, MintPy, LiCSBAS, ...)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Where the displacement comes from</source>
            <translation>De dónde viene el desplazamiento</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Folders of interferograms, or displacement that somebody has made already.</source>
            <translation>Carpetas de interferogramas, o desplazamiento que alguien ya ha hecho.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Storage from a file</source>
            <translation>Almacenamiento de un archivo</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Catchment model, run with weather and parameters</source>
            <translation>Modelo Catchment, con tiempo y parámetros</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>No model: storage from displacement and stations alone</source>
            <translation>Sin modelo: almacenamiento solo a partir de desplazamiento y estaciones</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Nothing: the study ends with displacement</source>
            <translation>Nada: el estudio termina con el desplazamiento</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Water storage before the correction</source>
            <translation>Almacenamiento de agua antes de la corrección</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What the displacement corrects. A land model gives the details that the ground cannot tell.</source>
            <translation>Lo que corrige el desplazamiento. Un modelo de superficie da los detalles que el suelo no puede decir.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source> mm/yr</source>
            <translation> mm/año</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Fastest motion kept</source>
            <translation>Movimiento más rápido conservado</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Pixels that move faster in the line of sight are left out: wells, landslides and faults are no water load.</source>
            <translation>Los píxeles que se mueven más deprisa en la línea de visión se descartan: pozos, deslizamientos y fallas no son carga de agua.</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Use it as data, too, not for comparison only</source>
            <translation>Usarlo también como datos, no solo para comparar</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Every fourth month is left out to judge by. The comparison with GRACE is then no independent one.</source>
            <translation>Uno de cada cuatro meses se reserva para juzgar. La comparación con GRACE deja entonces de ser independiente.</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>The chain</source>
            <translation>La cadena</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Each step is an algorithm of the toolbox with its defaults; its results lie in the study's folder.</source>
            <translation>Cada paso es un algoritmo de la caja de herramientas con sus valores por omisión; sus resultados quedan en la carpeta del estudio.</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <location filename="../core/report/study_report.py" />
            <source>Step</source>
            <translation>Paso</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Steps of the study</source>
            <translation>Pasos del estudio</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Progress of the step</source>
            <translation>Avance del paso</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Messages</source>
            <translation>Mensajes</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>&amp;Run</source>
            <translation>&amp;Ejecutar</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Cance&amp;l the step</source>
            <translation>Cance&amp;lar el paso</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>&amp;Open the report</source>
            <translation>&amp;Abrir el informe</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>What was found, how sure that is, what would help more</source>
            <translation>Qué se halló, con qué seguridad y qué ayudaría más</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>to do</source>
            <translation>pendiente</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>running</source>
            <translation>en curso</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>stopped</source>
            <translation>detenido</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>The study is done. Its maps are in the project, its report is in its folder.</source>
            <translation>El estudio está hecho. Sus mapas están en el proyecto y su informe en su carpeta.</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>Warning: {}</source>
            <translation>Advertencia: {}</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>Cancelled. The steps before are done; the study can be taken up here.</source>
            <translation>Cancelado. Los pasos anteriores están hechos; el estudio puede retomarse aquí.</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>The step failed; see the log messages of QGIS.</source>
            <translation>El paso falló; vea los mensajes de registro de QGIS.</translation>
        </message>
        <message>
            <location filename="../ui/study_wizard.py" />
            <source>Groundswell: new study</source>
            <translation>Groundswell: nuevo estudio</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>{rate:+.2f} ± {std:.2f} {unit}/yr</source>
            <translation>{rate:+.2f} ± {std:.2f} {unit}/año</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>annual {size:.2f} ± {std:.2f} {unit}, highest on {day}</source>
            <translation>anual {size:.2f} ± {std:.2f} {unit}, máximo el {day}</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>step {size:+.2f} ± {std:.2f} {unit} on {day}</source>
            <translation>salto de {size:+.2f} ± {std:.2f} {unit} el {day}</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>residuals {rms:.2f} {unit} RMS</source>
            <translation>residuos {rms:.2f} {unit} RMS</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Maps of how storage differs from place to place; the mean of the region is not known.</source>
            <translation>Mapas de cómo difiere el almacenamiento de un lugar a otro; la media de la región no se conoce.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Series that are too short for a season or a trend (less than a year).</source>
            <translation>Series demasiado cortas para una estación o una tendencia (menos de un año).</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>El almacenamiento medio de agua de la región sube y baja {amplitude:.0f} mm alrededor de su media cada año, con el máximo hacia el {peak}; su tendencia es de {trend:+.0f} mm al año.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>By the ground's motion alone the mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>Solo por el movimiento del suelo, el almacenamiento medio de agua de la región sube y baja {amplitude:.0f} mm alrededor de su media cada año, con el máximo hacia el {peak}; su tendencia es de {trend:+.0f} mm al año.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>By the land model alone the mean water storage of the area rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>Según solo el modelo de superficie terrestre, el almacenamiento medio de agua de la zona sube y baja {amplitude:.0f} mm en torno a su media cada año, con el máximo hacia el {peak}; su tendencia es de {trend:+.0f} mm al año.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The ground rises and falls by {amplitude:.1f} mm about its mean each year, highest around {peak}; its trend is {trend:+.1f} mm a year.</source>
            <translation>El suelo sube y baja {amplitude:.1f} mm alrededor de su media cada año, con el máximo hacia el {peak}; su tendencia es de {trend:+.1f} mm al año.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The displacement could not correct the storage: what is shown is the storage as it was given.</source>
            <translation>El desplazamiento no pudo corregir el almacenamiento: se muestra el almacenamiento tal como se dio.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The error of the region's mean is expected to go from {before:.0f} to {after:.0f} mm.</source>
            <translation>Se espera que el error de la media de la región pase de {before:.0f} a {after:.0f} mm.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Unbiased RMSD to GRACE: {before:.0f} mm before, {after:.0f} mm after.</source>
            <translation>RMSD sin sesgo respecto a GRACE: {before:.0f} mm antes, {after:.0f} mm después.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Differences are determined at scales above {:.0f} km.</source>
            <translation>Las diferencias quedan determinadas a escalas mayores de {:.0f} km.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>withheld months of GRACE</source>
            <translation>meses de GRACE retenidos</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>each of {} stations by all other data</source>
            <translation>cada una de {} estaciones por todos los demás datos</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The data helped: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches {placebo:.2f} at best.</source>
            <translation>Los datos ayudaron: {kind}, desajuste {misfit:.2f} del anterior; el desplazamiento sin señal llega a {placebo:.2f} en el mejor caso.</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The gain is not shown: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches {placebo:.2f}.</source>
            <translation>La ganancia no está demostrada: {kind}, desajuste {misfit:.2f} del anterior; el desplazamiento sin señal llega a {placebo:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No usable interferogram among {count} entries.</source>
            <translation>Ningún interferograma utilizable entre {count} entradas.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Frame {name}: {pairs} interferograms of {dates} dates, {first} to {last}; the longest gap is {gap} days from {start}.</source>
            <translation>Escena {name}: {pairs} interferogramas de {dates} fechas, del {first} al {last}; la laguna más larga es de {gap} días desde el {start}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Entries that are no usable pairs: {count}.</source>
            <translation>Entradas que no son pares utilizables: {count}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No line-of-sight vectors (E, N, U): one angle will stand for the whole frame.</source>
            <translation>Sin vectores de la línea de visión (E, N, U): un solo ángulo valdrá para toda la escena.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No displacement product that is known here.</source>
            <translation>No es un producto de desplazamiento conocido aquí.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Polygons from {west:.2f} to {east:.2f} E and {south:.2f} to {north:.2f} N.</source>
            <translation>Polígonos de {west:.2f} a {east:.2f} E y de {south:.2f} a {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Delays for {there} of the frame's {dates} dates.</source>
            <translation>Retardos para {there} de las {dates} fechas de la escena.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>A file of stations: the one nearest to the reference area is taken.</source>
            <translation>Un archivo de estaciones: se toma la más cercana al área de referencia.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{dates} dates, {first} to {last}; range {size:.0f} mm.</source>
            <translation>{dates} fechas, del {first} al {last}; amplitud total {size:.0f} mm.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{files} files, {first} to {last}; variables {names}.</source>
            <translation>{files} archivos, del {first} al {last}; variables {names}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{first} to {last}; variables {names}.</source>
            <translation>Del {first} al {last}; variables {names}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{count} columns on the EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.</source>
            <translation>{count} columnas en la EASE-Grid 2.0 {grid}, de {west:.2f} a {east:.2f} E, de {south:.2f} a {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {first} to {last}, every {hours:g} hours.</source>
            <translation>{name}: del {first} al {last}, cada {hours:g} horas.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: imported first.</source>
            <translation>{name}: se importa primero.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>1 station: {names}; {dates} dates, {first} to {last}.</source>
            <translation>1 estación: {names}; {dates} fechas, del {first} al {last}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{count} stations: {names}; {dates} dates, {first} to {last}.</source>
            <translation>{count} estaciones: {names}; {dates} fechas, del {first} al {last}.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {months} months, {first} to {last}; {missing} months between them are missing.</source>
            <translation>{name}: {months} meses, de {first} a {last}; entre ellos faltan {missing} meses.</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {months} months, {first} to {last}.</source>
            <translation>{name}: {months} meses, de {first} a {last}.</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} January</source>
            <translation>{day} de enero</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} February</source>
            <translation>{day} de febrero</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} March</source>
            <translation>{day} de marzo</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} April</source>
            <translation>{day} de abril</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} May</source>
            <translation>{day} de mayo</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} June</source>
            <translation>{day} de junio</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} July</source>
            <translation>{day} de julio</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} August</source>
            <translation>{day} de agosto</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} September</source>
            <translation>{day} de septiembre</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} October</source>
            <translation>{day} de octubre</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} November</source>
            <translation>{day} de noviembre</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} December</source>
            <translation>{day} de diciembre</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <source>Assimilation of displacement</source>
            <translation>Asimilación del desplazamiento</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Options</source>
            <translation>Opciones</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <location filename="../core/report/tuning_report.py" />
            <source>Normalized innovations</source>
            <translation>Innovaciones normalizadas</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <source>Where the observations count</source>
            <translation>Dónde cuentan las observaciones</translation>
        </message>
        <message>
            <location filename="../core/report/catchment_report.py" />
            <source>Land model</source>
            <translation>Modelo de superficie terrestre</translation>
        </message>
        <message>
            <location filename="../core/report/catchment_report.py" />
            <source>Fluxes and budgets</source>
            <translation>Flujos y balances</translation>
        </message>
        <message>
            <location filename="../core/report/check_closure.py" />
            <source>Loop closure</source>
            <translation>Cierre de bucles</translation>
        </message>
        <message>
            <location filename="../core/report/check_closure.py" />
            <source>Pixels</source>
            <translation>Píxeles</translation>
        </message>
        <message>
            <location filename="../core/report/check_pairs.py" />
            <source>Rejected</source>
            <translation>Rechazados</translation>
        </message>
        <message>
            <location filename="../core/report/check_pairs.py" />
            <location filename="../core/report/import_report.py" />
            <source>All interferograms</source>
            <translation>Todos los interferogramas</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>Checked interferograms</source>
            <translation>Interferogramas comprobados</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>{rejected} of {pairs} interferograms were rejected.</source>
            <translation>Se rechazaron {rejected} de {pairs} interferogramas.</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <location filename="../core/report/import_report.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <location filename="../core/report/import_report.py" />
            <source>Coherence and coverage</source>
            <translation>Coherencia y cobertura</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>Reference area</source>
            <translation>Zona de referencia</translation>
        </message>
        <message>
            <location filename="../core/report/comparison_report.py" />
            <location filename="../core/report/study_storage.py" />
            <source>Comparison with GRACE</source>
            <translation>Comparación con GRACE</translation>
        </message>
        <message>
            <location filename="../core/report/comparison_report.py" />
            <source>Cell by cell</source>
            <translation>Celda por celda</translation>
        </message>
        <message>
            <location filename="../core/report/displacement_report.py" />
            <source>Imported displacement</source>
            <translation>Desplazamiento importado</translation>
        </message>
        <message>
            <location filename="../core/report/displacement_report.py" />
            <location filename="../core/report/import_report.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Data</source>
            <translation>Datos</translation>
        </message>
        <message>
            <location filename="../core/report/environment_report.py" />
            <source>Groundswell {version} on {system}.</source>
            <translation>Groundswell {version} en {system}.</translation>
        </message>
        <message>
            <location filename="../core/report/environment_report.py" />
            <source>Environment</source>
            <translation>Entorno</translation>
        </message>
        <message>
            <location filename="../core/report/findings_section.py" />
            <source>Spread and assumed errors</source>
            <translation>Dispersión y errores supuestos</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Masked and averaged displacement</source>
            <translation>Desplazamiento enmascarado y promediado</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Means over cells of the EASE-Grid 2.0 ({grid}), without pixels faster than {limit:g} mm/yr in the line of sight.</source>
            <translation>Medias en las celdas de la EASE-Grid 2.0 ({grid}), sin los píxeles más rápidos que {limit:g} mm/año en la línea de visión.</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Mask</source>
            <translation>Máscara</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Cells</source>
            <translation>Celdas</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>No pixel has a velocity.</source>
            <translation>Ningún píxel tiene velocidad.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{there} of {all} pixels have a velocity; nine of ten lie between {low:+.1f} and {high:+.1f} mm a year, half of them above {middle:+.1f}.</source>
            <translation>{there} de {all} píxeles tienen velocidad; nueve de cada diez están entre {low:+.1f} y {high:+.1f} mm al año, la mitad por encima de {middle:+.1f}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{used} of {total} interferograms are good enough to be used.</source>
            <translation>{used} de {total} interferogramas son lo bastante buenos para usarse.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>They join all dates.</source>
            <translation>Unen todas las fechas.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Spans of time without any of them: {gaps}; a motion model must bridge these.</source>
            <translation>Intervalos de tiempo sin ninguno de ellos: {gaps}; debe salvarlos un modelo de movimiento.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Unbiased RMSD to GRACE over {months} months: {before:.1f} mm for the open loop, {after:.1f} mm for the analysis; R {r_before:.2f} and {r_after:.2f}.</source>
            <translation>RMSD sin sesgo respecto de GRACE en {months} meses: {before:.1f} mm en el lazo abierto, {after:.1f} mm en el análisis; R {r_before:.2f} y {r_after:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{pairs} interferograms join {dates} dates from {first} to {last}.</source>
            <translation>{pairs} interferogramas unen {dates} fechas del {first} al {last}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>In the median pair {coverage:.0%} of the pixels have a value; mean coherence is {coherence:.2f}.</source>
            <translation>En el par mediano, el {coverage:.0%} de los píxeles tiene valor; la coherencia media es {coherence:.2f}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>They fall into {} groups of dates that nothing joins.</source>
            <translation>Se dividen en {} grupos de fechas que nada une.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>These figures are impossible at this place: {}.</source>
            <translation>Estas cifras son imposibles en este lugar: {}.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>No figure is impossible at this place: the weather can be used.</source>
            <translation>Ninguna cifra es imposible en este lugar: los datos meteorológicos se pueden usar.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>An error of {:.1f} mm is the most likely.</source>
            <translation>El error más probable es de {:.1f} mm.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>With {:.1f} mm the innovations are as large as expected.</source>
            <translation>Con {:.1f} mm, las innovaciones son tan grandes como se espera.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>The error lies outside the range that was tried.</source>
            <translation>El error queda fuera del intervalo probado.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>One metre of water moves the ground by {centre:.2f} mm at the centre and {edge:.2f} mm at the edge.</source>
            <translation>Un metro de agua mueve el suelo {centre:.2f} mm en el centro y {edge:.2f} mm en el borde.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Half of the centre's motion is left at {:.0f} km.</source>
            <translation>A {:.0f} km queda la mitad del movimiento del centro.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Missing or broken: {}. The commands that install them stand below.</source>
            <translation>Faltan o están dañados: {}. Las órdenes que los instalan figuran abajo.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Everything that Groundswell needs is there and works.</source>
            <translation>Todo lo que Groundswell necesita está presente y funciona.</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{count} columns have all parameters; rock lies {low:.1f} to {high:.1f} m deep.</source>
            <translation>{count} columnas tienen todos los parámetros; la roca está a una profundidad de {low:.1f} a {high:.1f} m.</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>Imported interferograms</source>
            <translation>Interferogramas importados</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>{pairs} interferograms between {dates} acquisitions.</source>
            <translation>{pairs} interferogramas entre {dates} adquisiciones.</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>Tropospheric correction</source>
            <translation>Corrección troposférica</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Increments</source>
            <translation>Incrementos</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Increments of the land model's stores</source>
            <translation>Incrementos de los depósitos del modelo</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Water budget of the land model</source>
            <translation>Balance hídrico del modelo</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_masks.py" />
            <source>Noise indices</source>
            <translation>Índices de ruido</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_motion.py" />
            <source>Displacement over time</source>
            <translation>Desplazamiento en el tiempo</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_motion.py" />
            <source>Terms of the motion</source>
            <translation>Términos del movimiento</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_quality.py" />
            <source>Quality</source>
            <translation>Calidad</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_report.py" />
            <source>Line-of-sight displacement at {dates} dates for {solved} of {pixels} pixels, positive towards the satellite, relative to the reference area and to the first date.</source>
            <translation>Desplazamiento en la línea de visión en {dates} fechas para {solved} de {pixels} píxeles, positivo hacia el satélite, relativo al área de referencia y a la primera fecha.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Table {}.</source>
            <translation>Tabla {}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Figure {}.</source>
            <translation>Figura {}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Synthetic data: everything here was computed from an invented study area with known truth, to show and test the method. It says nothing about a real place.</source>
            <translation>Datos sintéticos: todo se calculó a partir de una zona de estudio inventada cuya verdad se conoce, para mostrar y probar el método. No dice nada de un lugar real.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Warnings</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>yes</source>
            <translation>sí</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Parameters of the land model</source>
            <translation>Parámetros del modelo de superficie</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.</source>
            <translation>EASE-Grid 2.0 {grid}, de {west:.2f} a {east:.2f} E, de {south:.2f} a {north:.2f} N.</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Classes</source>
            <translation>Clases</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Ranges</source>
            <translation>Rangos</translation>
        </message>
        <message>
            <location filename="../core/report/provenance.py" />
            <location filename="../core/report/response_report.py" />
            <location filename="../core/report/study_report.py" />
            <location filename="../core/report/tuning_report.py" />
            <source>How it was made</source>
            <translation>Cómo se hizo</translation>
        </message>
        <message>
            <location filename="../core/report/response_report.py" />
            <source>Vertical displacement of the ground under one metre of water on a disk of {radius:g} km radius, on an elastic, layered Earth ({model}). Water presses the ground down; the response reaches far beyond the disk.</source>
            <translation>Desplazamiento vertical del suelo bajo un metro de agua en un disco de {radius:g} km de radio, sobre una Tierra elástica y estratificada ({model}). El agua hunde el suelo; la respuesta llega mucho más allá del disco.</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Storage by inversion of displacement</source>
            <translation>Almacenamiento por inversión del desplazamiento</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Mean storage of the region</source>
            <translation>Almacenamiento medio de la región</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Season and trend</source>
            <translation>Estación y tendencia</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>What the data resolve</source>
            <translation>Lo que resuelven los datos</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Scales and sizes of the prior</source>
            <translation>Escalas y tamaños de la información previa</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Each datum against all others</source>
            <translation>Cada dato frente a todos los demás</translation>
        </message>
        <message>
            <location filename="../core/report/study_inversion.py" />
            <source>Storage without a land model</source>
            <translation>Almacenamiento sin modelo de superficie</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Water storage from satellite radar</source>
            <translation>Almacenamiento de agua por radar satelital</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The displacement is relative to its reference area: motion common to the whole frame, which is most of what water causes, is not in it. Give a vertical series measured there (GNSS) to the step Line of sight to vertical.</source>
            <translation>El desplazamiento es relativo a su zona de referencia: el movimiento común a todo el cuadro, que es la mayor parte de lo que causa el agua, no está en él. Dé una serie vertical medida allí (GNSS) al paso de línea de visión a vertical.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The observations can hardly constrain the storage.</source>
            <translation>Las observaciones apenas pueden restringir el almacenamiento.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE cannot resolve it: its value there is mostly that of the surroundings.</source>
            <translation>GRACE no puede resolverla: su valor allí es sobre todo el de los alrededores.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE resolves it poorly.</source>
            <translation>GRACE la resuelve mal.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE's mascons are recommended for regions above 200 000 km².</source>
            <translation>Los mascons de GRACE se recomiendan para regiones de más de 200 000 km².</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The region has {} km².</source>
            <translation>La región tiene {} km².</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The modelled storage has assimilated GRACE itself: its agreement with GRACE proves nothing.</source>
            <translation>El almacenamiento modelado ya ha asimilado GRACE: que concuerde con GRACE no demuestra nada.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms, assimilated into a land model's water storage, and compared with GRACE.</source>
            <translation>Movimiento del suelo a partir de interferogramas de radar, asimilado en el almacenamiento de agua de un modelo de superficie y comparado con GRACE.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms, assimilated into a land model's water storage.</source>
            <translation>Movimiento del suelo a partir de interferogramas de radar, asimilado en el almacenamiento de agua de un modelo de superficie.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms.</source>
            <translation>Movimiento del suelo a partir de interferogramas de radar.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Methods</source>
            <translation>Métodos</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Found in</source>
            <translation>Se halla en</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>All steps (times in UTC).</source>
            <translation>Todos los pasos (horas en UTC).</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Attributes of the file: {}.</source>
            <translation>Atributos del archivo: {}.</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <location filename="../core/report/study_storage.py" />
            <source>Load and displacement</source>
            <translation>Carga y desplazamiento</translation>
        </message>
        <message>
            <location filename="../core/report/study_storage.py" />
            <source>Assimilation</source>
            <translation>Asimilación</translation>
        </message>
        <message>
            <location filename="../core/report/tuning_report.py" />
            <source>Observation error</source>
            <translation>Error de observación</translation>
        </message>
        <message>
            <location filename="../core/report/tuning_report.py" />
            <source>The run nearest to it</source>
            <translation>La ejecución más cercana</translation>
        </message>
        <message>
            <location filename="../core/report/verdict_section.py" />
            <source>Did the data help?</source>
            <translation>¿Ayudaron los datos?</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>{source}, {days} days from {first} to {last}, every {hours:g} h.</source>
            <translation>{source}, {days} días del {first} al {last}, cada {hours:g} h.</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>Figures</source>
            <translation>Cifras</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>The day</source>
            <translation>El día</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>The days</source>
            <translation>Los días</translation>
        </message>
    </context>
</TS>
