<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
    <context>
        <name>@default</name>
        <message>
            <location filename="../plugin.py" />
            <source>Time series</source>
            <translation>时间序列</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>Show the series of a Groundswell file at a clicked point</source>
            <translation>在地图上单击一点，显示 Groundswell 文件在该处的时间序列</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>New study...</source>
            <translation>新建研究...</translation>
        </message>
        <message>
            <location filename="../plugin.py" />
            <source>Run the whole chain step by step, from folders of data to the report</source>
            <translation>从数据文件夹到报告，逐步运行整个流程</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Assimilate displacement</source>
            <translation>同化形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Corrects modelled water storage by the vertical motion of the ground. An ensemble of the storage is turned into displacement by the elastic load of all cells; the ensemble Kalman filter weighs it against what was observed; the correction persists and fades with the error memory. The same ensemble without observations, the open loop, is written beside it, with normalized innovations that tell whether the errors were assumed rightly.

Instead of storage from a file, give weather and parameters: the Catchment model then runs as an ensemble from epoch to epoch, and carries the corrected soil water and snow on by itself.

By default the best estimate that the data allow: storage of a single series is corrected by an exact smoother that knows that models err in the size and time of their season; all sizes of errors are found from the data by their likelihood; stations and GRACE are data like the frames. The report begins with the verdict: what withheld data say, whether the gain survives displacement that holds nothing (placebo), and whether the season of the data can be one of water. METHOD paper is that of Chen et al. (2022).

Both observed and predicted displacement enter as anomalies to their mean over the common epochs. Displacement must be absolute (see Line of sight to vertical): interferograms alone cannot tell what moves the whole frame. More frames, of other tracks or beside the first, each have a reference of their own: one that is tied says what a relative one cannot.

The one-dimensional filter of the paper updates every cell by its own observation. With honest errors it lowers the error of the regional mean by about 10 to 25 %, not by half; the three-dimensional filters use all observations for every cell and reach more. Before the run it is said how much the observations can be expected to tell; displacement of unknown reference tells next to nothing of storage.

Source: Chen et al. (2022), eq. 2, 3 and 9; Evensen (2009).</source>
            <translation>用地面的垂直运动修正模拟的水储量。一组储量集合通过所有单元的弹性负荷转换为形变；集合卡尔曼滤波将其与观测值加权比较；修正量随误差记忆时间持续并衰减。不使用观测的同一集合（开环）与之并列写出，并附归一化新息，用以判断误差假设是否恰当。

也可以不用储量文件，而给出气象和参数：Catchment 模型便作为集合逐历元运行，并自行把修正后的土壤水和雪带到下一历元。

默认给出数据所允许的最佳估计：单一序列的储量由精确平滑器修正，该平滑器知道模型在季节变化的大小和时间上会有误差；所有误差的大小均由数据按似然求得；测站和 GRACE 与图幅一样作为数据。报告以结论开头：留出的数据说明什么，改进在换成不含任何信息的形变（安慰剂）后是否仍成立，以及数据的季节变化是否可能是水的季节变化。METHOD 取 paper 即 Chen 等 (2022) 的方法。

观测形变和预测形变均以相对于共同历元均值的距平参与计算。形变必须是绝对的（见“视线向转垂直向”）：仅凭干涉图无法知道整个图幅的共同运动。其他轨道或相邻的更多图幅各有自己的参考：已联测的图幅能说明相对图幅说明不了的东西。

论文中的一维滤波用每个单元自己的观测更新该单元。在误差如实设定时，它使区域均值的误差降低约 10 至 25 %，而不是一半；三维滤波让每个单元使用全部观测，效果更好。运行前会说明观测预期能提供多少信息；参考未知的形变对储量几乎不能说明什么。

来源：Chen 等 (2022)，式 2、3 和 9；Evensen (2009)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>State to take up</source>
            <translation>要接续的状态</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Written by an earlier run as SAVE_RESTART: its epochs are left out, its state goes on. With FORCING also the state that Run the land model wrote, to begin with.</source>
            <translation>由先前一次运行以 SAVE_RESTART 写出：其历元被略过，从其状态继续。使用 FORCING 时，也可以是“运行陆面模型”写出的状态，作为开始。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <location filename="../processing/parameters.py" />
            <source>Last date</source>
            <translation>最后日期</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Epochs after it are left for a later run, as 2018-12-31. Empty: all.</source>
            <translation>此后的历元留给以后的运行，例如 2018-12-31。空：全部。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Write all members</source>
            <translation>写出所有成员</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Adds every member of open loop and analysis to the output.</source>
            <translation>将开环和分析的每个成员加入输出。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/place.py" />
            <source>Analysis</source>
            <translation>分析</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Open loop and analysis, innovations, increments.</source>
            <translation>开环与分析、新息、增量。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Series, innovations, spread and skill, increments, water budget.</source>
            <translation>序列、新息、离散度与技巧、增量、水量收支。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>State after the last epoch</source>
            <translation>最后历元之后的状态</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>From which a later run goes on, to the last bit as if it were one.</source>
            <translation>以后的运行由此继续，结果与一次运行完全一致，直到最后一位。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Epochs</source>
            <translation>历元</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Pooled standard deviation of normalized innovations</source>
            <translation>归一化新息的总体标准差</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Check environment</source>
            <translation>检查环境</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Tries the Python packages that Groundswell needs, each in a process of its own, and lists their versions; for each that is missing or broken, the command that installs it on this system.</source>
            <translation>逐一试用 Groundswell 所需的 Python 软件包（每个在单独的进程中），并列出其版本；对于缺失或损坏的每一个，给出在本系统上安装它的命令。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>The list as a page.</source>
            <translation>以网页形式给出的列表。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkenvironment.py" />
            <source>Missing packages</source>
            <translation>缺失的软件包</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Check interferograms</source>
            <translation>检查干涉图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Flags interferograms of low coherence, low coverage or bad loop closure (phase 1-2 plus 2-3 minus 1-3 must vanish; an interferogram is bad when none of its loops closes), counts unwrapping errors per pixel, and chooses the reference area: the place to which all displacement is relative.

The area is found automatically (complete, coherent, small closure error) or given by a place or by polygons. Which pixels the 5 mm/yr mask removes later depends on it.

Source: the checks follow LiCSBAS (Morishita et al. 2020).</source>
            <translation>标记相干性低、覆盖率低或环闭合差的干涉图（相位 1-2 加 2-3 减 1-3 应为零；若一幅干涉图的所有环都不闭合，则它是坏的），统计每个像元的解缠误差，并选择参考区：所有形变都相对于该处。

参考区可自动寻找（完整、相干、闭合误差小），也可用位置或多边形指定。之后 5 mm/年掩膜去掉哪些像元取决于它。

来源：检查方法参照 LiCSBAS（Morishita 等 2020）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Interferogram stack</source>
            <translation>干涉图堆栈</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>From Import interferograms.</source>
            <translation>来自“导入干涉图”。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Reference place</source>
            <translation>参考位置</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Centre of the reference area, such as a GNSS station. Empty: chosen automatically.</source>
            <translation>参考区的中心，例如一个 GNSS 测站。空：自动选择。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Reference polygons</source>
            <translation>参考多边形</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>The pixels whose centres lie in these polygons are the reference area, where no reference place is given.</source>
            <translation>未给出参考位置时，中心位于这些多边形内的像元即为参考区。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Least mean coherence</source>
            <translation>最小平均相干性</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs with a lower mean coherence are rejected.</source>
            <translation>平均相干性更低的干涉对被剔除。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Least coverage</source>
            <translation>最小覆盖率</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs with data on a smaller part of the frame are rejected.</source>
            <translation>有数据部分占图幅比例更小的干涉对被剔除。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Largest loop closure (rad)</source>
            <translation>最大环闭合差 (rad)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Root mean square of a loop's closure over the frame above which the loop does not count as closed.</source>
            <translation>环闭合差在整个图幅上的均方根；超过此值的环不算闭合。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs to keep in any case</source>
            <translation>无论如何保留的干涉对</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Names such as 20180106_20180130, separated by blanks or commas.</source>
            <translation>名称如 20180106_20180130，用空格或逗号分隔。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Pairs to reject in any case</source>
            <translation>无论如何剔除的干涉对</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Correct whole turns</source>
            <translation>改正整周误差</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Take whole turns off single pixels where the loops leave no doubt which interferogram is wrong.</source>
            <translation>当各环能明确指出哪幅干涉图有误时，从单个像元中去掉整周。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Remove what does not close</source>
            <translation>去掉不闭合的部分</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Set interferograms to missing at pixels where they are in loops, but in none that closes.</source>
            <translation>若像元位于环中而没有一个环闭合，则将该处的干涉图设为缺失。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Checked stack</source>
            <translation>已检查的堆栈</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>The stack with flags and reference area.</source>
            <translation>带有标记和参考区的堆栈。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Network with the rejected pairs, coherence, coverage and closure.</source>
            <translation>带有被剔除干涉对的网络、相干性、覆盖率和闭合差。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkinterferograms.py" />
            <source>Rejected pairs</source>
            <translation>被剔除的干涉对</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Check weather</source>
            <translation>检查气象</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Reads weather as Run the land model does and holds it against what is plausible at the columns: yearly precipitation and its part of snow, long wave against the air's temperature, short wave against the sun, humidity, wind, and how many minutes the short wave is behind the sun, which shows a wrong clock. What no weather has is named with its likely cause; Run the land model stops there.</source>
            <translation>像“运行陆面模型”那样读取气象数据，并与各柱所在地的合理范围对照：年降水量及其中雪的比例、长波辐射与气温、短波辐射与太阳位置、湿度、风，以及短波辐射落后于太阳多少分钟（可显示时钟错误）。任何天气都不可能有的数值会连同可能的原因一起指出；“运行陆面模型”遇到它们会停止。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Figures against plausible ranges, the course of the day, the days.</source>
            <translation>各项数值与合理范围、日变化、逐日情况。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Table of the figures</source>
            <translation>数值表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>One row a figure.</source>
            <translation>每项数值一行。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Impossible figures</source>
            <translation>不可能的数值</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Minutes behind the sun</source>
            <translation>落后太阳的分钟数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/checkweather.py" />
            <source>Precipitation (mm/yr)</source>
            <translation>降水 (mm/年)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Compare with GRACE</source>
            <translation>与 GRACE 比较</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Averages open loop and analysis over the very days that each GRACE solution used, takes anomalies over the common months, and gives correlation R and unbiased root-mean-square difference (ubRMSD) for the region's mean, in total and by period, and for every cell.

GRACE cannot resolve a region below some 100 000 square kilometres: you are warned, and told what part of a load in the region GRACE would see. So both runs are also compared smoothed as GRACE is, and other GRACE products can stand beside the first. A difference between R 0.96 and R 0.97 over two years means nothing: the table gives confidence intervals and the skill against the open loop.

Months that GRACE lacks are recovered from the analysis, and the same is done with months that it has, to show how well.

Source: Chen et al. (2022), eq. 7 and 8 (population form).</source>
            <translation>在每个 GRACE 解实际使用的日期内对开环和分析求平均，取相对于共同月份的距平，并给出区域均值的相关系数 R 和无偏均方根差 (ubRMSD)：总体、各时段以及每个单元。

GRACE 无法分辨小于约 100 000 平方公里的区域：会发出警告，并说明 GRACE 能看到区域内负荷的多大部分。因此两种运行也会按 GRACE 的方式平滑后再比较，其他 GRACE 产品也可与第一个并列。两年内 R 0.96 与 R 0.97 之差毫无意义：表中给出置信区间以及相对于开环的技巧。

GRACE 缺失的月份由分析恢复，并对已有的月份做同样处理，以显示效果如何。

来源：Chen 等 (2022)，式 7 和 8（总体形式）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>From Assimilate displacement.</source>
            <translation>来自“同化形变”。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/dropping.py" />
            <source>GRACE storage</source>
            <translation>GRACE 储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>From Import GRACE, on the same grid.</source>
            <translation>来自“导入 GRACE”，格网相同。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/best_parameters.py" />
            <location filename="../core/report/comparison_report.py" />
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Polygons whose mean is compared, by exact overlap. Empty: all cells that had observations.</source>
            <translation>按精确重叠计算其均值并进行比较的多边形。空：所有有观测的单元。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/study_check.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Periods</source>
            <translation>时段</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Such as 2018-12-02..2019-12-31, 2020-01-01..2021-01-20; each gets its own row in the table.</source>
            <translation>例如 2018-12-02..2019-12-31, 2020-01-01..2021-01-20；每个时段在表中各占一行。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Longest gap between samples (days)</source>
            <translation>样本间最长间隔（天）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>A month in which the analysis has a longer gap is left out.</source>
            <translation>分析的间隔更长的月份被略去。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Radius of GRACE's footprint (km)</source>
            <translation>GRACE 足迹半径 (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Both runs are compared a second time as GRACE shows them, where the load domain is wide enough. -1: by what the product itself went through (Gaussian, destriping, DDK, mascons), as its file says. Above 0: by a Gaussian of this radius. 0: not at all.</source>
            <translation>在负荷范围足够大时，按 GRACE 所见的样子再次比较两次运行。-1：按产品本身经过的处理（高斯、去条带、DDK、mascon），如其文件所述。大于 0：按此半径的高斯滤波。0：不比较。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Other GRACE products</source>
            <translation>其他 GRACE 产品</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>More files from Import GRACE: their means stand beside the first product's, with the spread of all.</source>
            <translation>“导入 GRACE”的更多文件：其均值与第一个产品并列，并给出全部产品的离散度。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Other storage</source>
            <translation>其他储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Files with tws, such as from Displacement to storage without a model: rows of their own in the table, and a test whether they and the analysis agree within their errors.</source>
            <translation>含 tws 的文件，例如来自“不用模型由形变求储量”：在表中各占一行，并检验它们与分析是否在误差范围内一致。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../core/report/parameters_report.py" />
            <source>Maps</source>
            <translation>地图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>R and ubRMSD of every cell, and the monthly means.</source>
            <translation>每个单元的 R 和 ubRMSD，以及月均值。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Table</source>
            <translation>表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>One row for each series and period.</source>
            <translation>每个序列和时段一行。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/comparegrace.py" />
            <source>Series, maps and table.</source>
            <translation>时间序列、地图和表。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Create example study area</source>
            <translation>创建示例研究区</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Writes a synthetic study area around Dali (Yunnan) whose true water storage is known: interferograms in LiCSAR layout with GACOS delays, a GNSS series at the reference area, land-model storage that is wrong as models are, and GRACE in the CSR mascon layout with its real gaps. Use it to learn the chain, or to see what a method can reach before you trust it with real data. Weather and soils for running the land model lie beside them.

Everything in it is synthetic, and layers and reports made from it say so. The truth is written beside the data; README.txt explains every file.</source>
            <translation>写出大理（云南）周围的一个合成研究区，其真实水储量已知：LiCSAR 布局的干涉图及 GACOS 延迟、参考区的 GNSS 序列、像真实模型那样有误差的陆面模型储量，以及 CSR mascon 布局并带有真实缺失的 GRACE。用它学习整个流程，或在用真实数据之前了解一种方法能达到什么程度。运行陆面模型所需的气象和土壤数据也在其中。

其中一切都是合成的，由它制作的图层和报告都会注明。真值写在数据旁边；README.txt 说明每个文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Size</source>
            <translation>规模</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>small: under 60 MB, for learning and demonstrations. paper: 155 dates and 448 interferograms, as in Chen et al. (2022). catchment: truth and land model are runs of the Catchment model with different soils and rain, 2018 to 2021; takes some minutes.</source>
            <translation>small：小于 60 MB，用于学习和演示。paper：155 个日期和 448 幅干涉图，如 Chen 等 (2022)。catchment：真值和陆面模型都是 Catchment 模型的运行结果，土壤和降水不同，2018 至 2021 年；需要几分钟。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>What the land model gets wrong</source>
            <translation>陆面模型的误差类型</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>large: its season is half as large again and early; right: only spells of its own; small: too small and late; varied: as large, otherwise from place to place; years: wrong years; trend: a trend that it lacks; rain: rain of half a year off by a quarter; stations: yearly errors of stations; ramp: a frame with planes; catchment: truth and model are runs of the Catchment model (with PRESET catchment).</source>
            <translation>large：季节幅度偏大一半且偏早；right：只有自身的短期误差；small：偏小且偏晚；varied：同 large，但各地不同；years：年际变化错误；trend：缺少一个趋势；rain：半年的降雨偏差四分之一；stations：台站的年周期误差；ramp：图幅中带平面；catchment：真值与模型均为 Catchment 模型的运行结果（配合 PRESET catchment）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>The same seed gives the same study area, bit for bit.</source>
            <translation>相同的种子给出逐位相同的研究区。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Study area</source>
            <translation>研究区</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>A new or empty folder.</source>
            <translation>新的或空的文件夹。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Interferogram frame folder</source>
            <translation>干涉图图幅文件夹</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>GACOS folder</source>
            <translation>GACOS 文件夹</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Vertical series of the reference area</source>
            <translation>参考区的垂直序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Heights of GNSS stations</source>
            <translation>GNSS 测站的高程</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Land-model storage</source>
            <translation>陆面模型储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>GRACE mascons</source>
            <translation>GRACE mascon</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Weather for the land model</source>
            <translation>陆面模型的气象数据</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Parameters for the land model</source>
            <translation>陆面模型的参数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Study region</source>
            <translation>研究区域</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>True storage</source>
            <translation>真实储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/createexample.py" />
            <source>Place of the reference area (lon,lat)</source>
            <translation>参考区位置 (lon,lat)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Decompose line of sight</source>
            <translation>分解视线向形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Solves the series of an ascending and a descending track of the same area for vertical and east displacement, pixel by pixel. The north component, to which both are nearly blind, is taken as 0.

The result has the grid and the dates of the ascending series where the descending one covers them; the latter is interpolated. Both are referred to the same area, the reference area of one of them.

The vertical displacement goes on to Mask and downsample; no conversion to vertical is needed.

Sources: Fialko et al. (2001); Wright et al. (2004).</source>
            <translation>由同一地区的升轨和降轨序列逐像元求解垂直向和东向形变。两者对北向分量几乎不敏感，因此取为 0。

结果采用升轨序列的格网，以及降轨序列所覆盖时段内的升轨日期；降轨序列被插值。两者都归算到同一区域，即其中之一的参考区。

垂直形变接着进入“掩膜与降采样”；无需再转换到垂直向。

来源：Fialko 等 (2001)；Wright 等 (2004)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Ascending series</source>
            <translation>升轨序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>From Invert interferograms.</source>
            <translation>来自“反演干涉图”。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Descending series</source>
            <translation>降轨序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>From Invert interferograms, same area.</source>
            <translation>来自“反演干涉图”，同一地区。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Longest interval of the descending track (days)</source>
            <translation>降轨的最长间隔（天）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Ascending dates between descending dates that lie farther apart are left out.</source>
            <translation>位于相隔更远的两个降轨日期之间的升轨日期被略去。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/decomposelos.py" />
            <source>Vertical and east displacement</source>
            <translation>垂直向和东向形变</translation>
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
            <translation>供下一步使用的 NetCDF 文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Estimate land model parameters</source>
            <translation>估计陆面模型参数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Makes the parameters that Run the land model needs: the distribution of the topographic index of an elevation model in each cell of the EASE-Grid 2.0, with soil texture and depth to bedrock, gives the saturated area, the root zone's wetness, baseflow and the exchange with the water table as functions of the catchment deficit.

Leaf area, greenness and albedo come from rasters of twelve months, or follow the vegetation class and a plain season. Legends, orders and units are read from the files or asked for; every cell that gets no column is accounted for.

Sources: Ducharne et al. (2000); Beven and Kirkby (1979); Clapp and Hornberger (1978).</source>
            <translation>制作“运行陆面模型”所需的参数：高程模型在 EASE-Grid 2.0 每个单元中的地形指数分布，连同土壤质地和基岩深度，给出饱和面积、根区湿度、基流以及与地下水位的交换，均为集水区亏缺的函数。

叶面积、绿度和反照率来自十二个月的栅格，或按植被类别和简单的季节变化给出。图例、顺序和单位从文件读取或由用户给出；没有得到柱的每个单元都会说明原因。

来源：Ducharne 等 (2000)；Beven 和 Kirkby (1979)；Clapp 和 Hornberger (1978)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Rasters (*.tif *.tiff *.vrt *.img *.asc);;All files (*)</source>
            <translation>栅格 (*.tif *.tiff *.vrt *.img *.asc);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Elevation model</source>
            <translation>高程模型</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Metres; pixels of 30 to 1000 m, any size; a file, or the path of a folder of tiles.</source>
            <translation>单位为米；像元 30 至 1000 m，范围大小不限；一个文件，或分幅文件夹的路径。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil texture</source>
            <translation>土壤质地</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Texture classes, in the order that Soil order says. Loam where empty and no sand and clay are given.</source>
            <translation>质地类别，顺序由“土壤顺序”说明。留空且未给出砂粒和黏粒时为壤土。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil order</source>
            <translation>土壤顺序</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>statsgo: 1 sand, 2 loamy sand, 3 sandy loam, 4 silt loam, 5 silt, 6 loam, 7 sandy clay loam, 8 silty clay loam, 9 clay loam, 10 sandy clay, 11 silty clay, 12 clay; usda: 1 clay to 12 sand (SoilGrids); hwsd: 1 heavy clay to 13 sand. auto: as the file names it, else it is asked for.</source>
            <translation>statsgo：1 砂土，2 壤质砂土，3 砂质壤土，4 粉砂壤土，5 粉砂土，6 壤土，7 砂质粘壤土，8 粉砂质粘壤土，9 粘壤土，10 砂质粘土，11 粉砂质粘土，12 粘土；usda：1 粘土至 12 砂土（SoilGrids）；hwsd：1 重粘土至 13 砂土。auto：按文件所述，否则须由您指定。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Table of mapping units</source>
            <translation>制图单元表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/earth_files.py" />
            <source>Tables (*.csv *.txt);;All files (*)</source>
            <translation>表 (*.csv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With HWSD's raster of units (hwsd.bil) as Soil texture: its table HWSD_DATA or HWSD2_LAYERS, exported as CSV. Sand and clay are averaged over the soils of a unit and the first metre.</source>
            <translation>当土壤质地为 HWSD 的单元栅格（hwsd.bil）时：其表 HWSD_DATA 或 HWSD2_LAYERS，导出为 CSV。砂和黏土含量按一个单元内的各种土壤和上部一米取平均。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Sand</source>
            <translation>砂粒</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With Clay instead of Soil texture: shares in %, g/kg (SoilGrids) or parts of 1.</source>
            <translation>与“黏粒”一起代替土壤质地：含量，单位为 %、g/kg (SoilGrids) 或小数（整体为 1）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Clay</source>
            <translation>黏粒</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Share, in the same unit as Sand.</source>
            <translation>含量，单位与“砂粒”相同。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Land cover</source>
            <translation>土地覆盖</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>ESA WorldCover, CCI, MODIS or another map of the legends below. Grass where empty.</source>
            <translation>ESA WorldCover、CCI、MODIS 或采用下列图例的其他地图。留空为草地。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Legend of the land cover</source>
            <translation>土地覆盖的图例</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>auto: as the file names it or as only one legend has its classes. mosaic: 1 to 8 (evergreen, deciduous, needleleaf, grass, shrub, tundra, bare, desert). Water and ice get no column.</source>
            <translation>auto：按文件名所示，或取唯一包含其类别的图例。mosaic：1 至 8（常绿、落叶、针叶、草、灌木、苔原、裸地、荒漠）。水体和冰不设柱。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth to bedrock</source>
            <translation>基岩深度</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Empty: the same depth everywhere.</source>
            <translation>留空：各处深度相同。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Unit of the depth</source>
            <translation>深度的单位</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>auto: as the file says, else mm where the numbers allow it.</source>
            <translation>auto：按文件所述，否则在数值允许时为 mm。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth without a raster (mm)</source>
            <translation>无栅格时的深度 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>To bedrock.</source>
            <translation>到基岩。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Leaf area</source>
            <translation>叶面积</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands, January to December, m2 m-2. By class where empty.</source>
            <translation>十二个波段，一月至十二月，m2 m-2。留空则按类别。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Greenness</source>
            <translation>绿度</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands, parts of 1. By class where empty.</source>
            <translation>十二个波段，小数（整体为 1）。留空则按类别。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Albedo</source>
            <translation>反照率</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Twelve bands of snow-free albedo, parts of 1 (MODIS). By class where empty.</source>
            <translation>十二个波段的无雪反照率，小数（整体为 1）(MODIS)。留空则按类别。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Decay of conductivity (1/m)</source>
            <translation>导水率的衰减 (1/m)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>With depth: 2.17 in NASA's older data sets, 1 in the newer ones.</source>
            <translation>随深度：NASA 较早的数据集为 2.17，较新的为 1。</translation>
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
            <translation>必须与观测的格网相同。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../core/report/catchment_report.py" />
            <location filename="../core/report/study_report.py" />
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>For Run the land model.</source>
            <translation>供“运行陆面模型”使用。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Maps of the parameters and of what each cell was made from.</source>
            <translation>参数的地图，以及每个单元由什么制成的地图。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Columns</source>
            <translation>柱</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Extract series at points</source>
            <translation>提取点上的序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Reads the series of the pixel or cell at each point from any Groundswell file (displacement, storage, analysis): a table with point, date, variable, value and standard deviation, and a layer of the points with one field per date (D20180106 ...) of the file's main quantity, as InSAR viewers read it.</source>
            <translation>从任意 Groundswell 文件（形变、储量、分析）读取每个点所在像元或单元的序列：一张包含点、日期、变量、值和标准差的表，以及一个点图层，文件主要量的每个日期各有一个字段 (D20180106 ...)，如 InSAR 查看器所读取的那样。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/kept.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>A NetCDF file with a time axis from any step.</source>
            <translation>任一步骤产生的带时间轴的 NetCDF 文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Points</source>
            <translation>点</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Layer of points in any reference system. On the command line also coordinates: 100.2,25.6; 100.4,25.9</source>
            <translation>任意坐标系的点图层。在命令行中也可给坐标：100.2,25.6; 100.4,25.9</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>or coordinates</source>
            <translation>或坐标</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Longitude,latitude in degrees; several points separated by semicolons.</source>
            <translation>以度为单位的经度,纬度；多个点用分号分隔。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Columns point, date, variable, value, std.</source>
            <translation>列：point、date、variable、value、std。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Points with series</source>
            <translation>带序列的点</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>The points with a field for every date of the main quantity.</source>
            <translation>主要量的每个日期各有一个字段的点。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/extractseries.py" />
            <source>Give POINTS (a layer) or COORDINATES (longitude,latitude).</source>
            <translation>请给出 POINTS（图层）或 COORDINATES（经度,纬度）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Fetch a LiCSAR frame</source>
            <translation>获取 LiCSAR 图幅</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Fetches a frame of the COMET LiCSAR portal: unwrapped interferograms and coherence of a period, metadata and geometry, and GACOS delays where the portal has them. The size is said first; what is here already is not fetched again, and a run that was broken off goes on where it ended. Sizes are verified.

Give the frame's name, or a region: where several frames cover it, the message names them. The portal needs no login. Give the result to Import interferograms.

Source: Lazecky et al. (2020), doi 10.3390/rs12152430. Cite the portal as it asks you to.</source>
            <translation>获取 COMET LiCSAR 门户的一个图幅：一段时期的解缠干涉图和相干性、元数据和几何，以及门户上有的 GACOS 延迟。先说明数据量；已有的不再获取，中断的运行从中断处继续。文件大小会被核对。

给出图幅名称，或一个区域：若有多个图幅覆盖它，消息会列出其名称。该门户无需登录。将结果交给“导入干涉图”。

来源：Lazecky 等 (2020)，doi 10.3390/rs12152430。请按该门户的要求引用它。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Frame</source>
            <translation>参考框架</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Such as 106D_05248_131313. Empty: the frame that covers the extent.</source>
            <translation>如 106D_05248_131313。留空：覆盖该范围的图幅。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>What to fetch</source>
            <translation>获取内容</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Interferograms, delays of GACOS (corrections), or all. Metadata come with either.</source>
            <translation>干涉图、GACOS 延迟（改正），或全部。两者都附带元数据。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Only say how much there is</source>
            <translation>仅说明数据量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Nothing is fetched.</source>
            <translation>不获取任何文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Address of the folder that holds the folders of tracks; another one for a mirror.</source>
            <translation>存放各轨道文件夹的文件夹地址；使用镜像时填另一个地址。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <location filename="../ui/guided_rows.py" />
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>The frame's folder is made in it.</source>
            <translation>图幅的文件夹建在其中。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <source>Pairs</source>
            <translation>干涉对</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Files fetched</source>
            <translation>已获取的文件</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchframe.py" />
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Size of all files (MB)</source>
            <translation>所有文件的大小 (MB)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Fetch GNSS series</source>
            <translation>获取 GNSS 序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Fetches daily positions (tenv3) of the stations in a region, or of named ones, from the Nevada Geodetic Laboratory, with its list of steps. What is here with the same size is not fetched again, and a run that was broken off goes on where it ended. No login is needed. Give the folder to Import GNSS series.

Source: Blewitt et al. (2018), doi 10.1029/2018EO104623; cite it where you use the series.</source>
            <translation>从内华达大地测量实验室 (Nevada Geodetic Laboratory) 获取某区域内或指定名称的测站的逐日位置 (tenv3) 及其跳变列表。大小相同的已有文件不再获取，中断的运行从中断处继续。无需登录。将该文件夹交给“导入 GNSS 序列”。

来源：Blewitt 等 (2018)，doi 10.1029/2018EO104623；使用这些序列时请引用。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <location filename="../processing/algorithms/importgnss.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations</source>
            <translation>测站</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Names, beside or instead of the extent: KMIN, LHAS.</source>
            <translation>名称，与范围并用或代替范围：KMIN, LHAS。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Reference frame</source>
            <translation>参考框架</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>IGS20 is kept up to date; IGS14 is older.</source>
            <translation>IGS20 持续更新；IGS14 较旧。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>Another address for a mirror.</source>
            <translation>使用镜像时填另一个地址。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/fetchgnss.py" />
            <source>The series, steps.txt and stations.csv go there.</source>
            <translation>序列、steps.txt 和 stations.csv 存放于此。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage to vertical displacement</source>
            <translation>由储量计算垂直形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement (mm, up positive) of an elastic Earth under the storage of all cells of the file: near cells act with their exact shape, far ones as disks, and every cell acts on every place, without a cut-off, because the far field of a large load carries a quarter to two thirds of the signal.

Storage beyond the file's edge is unknown and left out: give a field that reaches at least 1000 km beyond the place of interest, or a coarser background. Lakes and reservoirs can be added as polygons with their level. A file with a pressure (Pa or hPa, such as ERA5's sp) instead of storage gives the displacement by the atmosphere, under which the sea gives way, or by the ocean; products of GFZ (ESMGFZ) or the International Mass Loading Service hold displacement already: both to subtract from observations, which they follow in reference, first date and ramp.

Source: Chen et al. (2022), section II.D.2; Farrell (1972).</source>
            <translation>弹性地球在文件中所有单元的储量作用下的垂直形变（mm，向上为正）：近处的单元以其精确形状作用，远处的作为圆盘，每个单元都作用于每个地点，不做截断，因为大负荷的远场占信号的四分之一到三分之二。

文件边缘以外的储量未知，未计入：请给出比所关心地点至少向外延伸 1000 km 的场，或一个较粗的背景场。湖泊和水库可作为带水位的多边形加入。若文件中是气压（Pa 或 hPa，如 ERA5 的 sp）而非储量，则给出大气（其下的海面会随之让位）或海洋引起的形变；GFZ 的产品 (ESMGFZ) 或 International Mass Loading Service 的产品本身已是形变：两者都用于从观测中扣除，并在参考、首个日期和斜面上与观测一致。

来源：Chen 等 (2022)，II.D.2 节；Farrell (1972)。</translation>
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
            <translation>储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>From Import storage, or any step that writes storage.</source>
            <translation>来自“导入储量”或任何写出储量的步骤。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage around it</source>
            <translation>周围的储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage of a larger area on any grid, in the same time: what lies outside the first file is added.</source>
            <translation>更大区域在同一时段、任意格网上的储量：第一个文件以外的部分被加入。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Displacement at these points instead of the grid. On the command line also: 100.2,25.6; 100.4,25.9</source>
            <translation>在这些点而非格网上的形变。在命令行中也可用：100.2,25.6; 100.4,25.9</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Lakes</source>
            <translation>湖泊</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Water bodies that rise and fall together, on top of the storage; needs their level.</source>
            <translation>在储量之外一起涨落的水体；需要其水位。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Lake levels</source>
            <translation>湖泊水位</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>CSV files (*.csv);;All files (*)</source>
            <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Table of date,level_m, or with such columns under other names. The mean is taken away.</source>
            <translation>date,level_m 的表，或列名不同但内容相同的表。均值会被去掉。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Cut-off distance (km)</source>
            <translation>截断距离 (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Empty: none. 300 km is what the paper uses; it loses much of the displacement of large loads.</source>
            <translation>空：不截断。论文使用 300 km；这会丢失大负荷形变的很大一部分。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Shape of cells</source>
            <translation>单元的形状</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>exact: edges of near cells; equal_area_disk: all cells as disks; paper_disk: disks of 14 km.</source>
            <translation>exact：近处单元按其边界；equal_area_disk：所有单元为等面积圆盘；paper_disk：14 km 的圆盘。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Origin of degree 1. GNSS: CF; satellite orbits: CM; relative observations do not depend on it.</source>
            <translation>1 阶的原点。GNSS：CF；卫星轨道：CM；相对观测与其无关。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Land</source>
            <translation>陆地</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Polygons and masks (*.gpkg *.shp *.geojson *.nc);;All files (*)</source>
            <translation>多边形和掩膜 (*.gpkg *.shp *.geojson *.nc);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>For pressure of the air, under which the sea gives way (inverted barometer): polygons of land, or a mask on the pressure's grid. Empty: the mask in the file (lsm), else the coast of QGIS's world map.</source>
            <translation>用于气压，其下的海面会随之让位（逆气压效应）：陆地多边形，或气压格网上的掩膜。留空：文件中的掩膜 (lsm)，否则为 QGIS 世界地图的海岸线。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Horizontal motion too</source>
            <translation>同时计算水平运动</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Adds east_displacement and north_displacement (mm); cells act as disks of their area.</source>
            <translation>增加 east_displacement 和 north_displacement (mm)；各单元按其面积的圆盘作用。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Observations to correct</source>
            <translation>要改正的观测</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement from Line of sight to vertical. The output is then these observations less the load's displacement at their cells and dates, relative as they are. The load must be one without members.</source>
            <translation>来自“视线向转垂直向”的垂直形变。输出则为这些观测减去负荷在其单元和日期的形变，相对关系保持不变。负荷必须是不带成员的。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/place.py" />
            <source>Vertical displacement</source>
            <translation>垂直形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>NetCDF file on the storage's grid, or of the points.</source>
            <translation>储量格网上或各点的 NetCDF 文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Import displacement</source>
            <translation>导入形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Reads displacement that is finished already, and writes the file that Invert interferograms writes (or points), for every step that follows. Recognised by content: a folder of OPERA DISP-S1 granules (chained over their moving reference dates), EGMS L2a, L2b and L3 (CSV or zip; releases are tied over common dates), MintPy's timeseries.h5 and HDF-EOS5, LiCSBAS's cum.h5 and cum_filt.h5, GeoTIFFs named by dates, tables and layers of points with a field a date (D20200131 or 20200131).

Unit, sign and reference are read from the file, or asked for. What was taken from the series before (ramps, filters, tides) is handed on, and a message says what that does to water.

Sources: OPERA DISP-S1 product specification (JPL); Costantini et al. (2021) for EGMS; Yunjun et al. (2019) for MintPy; Morishita et al. (2020) for LiCSBAS.</source>
            <translation>读取已经处理完成的形变，并写成“反演干涉图”所写的文件（或点），供之后的每个步骤使用。按内容识别：OPERA DISP-S1 颗粒文件的文件夹（沿其移动的参考日期相连接），EGMS L2a、L2b 和 L3（CSV 或 zip；各发布版通过共同日期相连接），MintPy 的 timeseries.h5 和 HDF-EOS5，LiCSBAS 的 cum.h5 和 cum_filt.h5，以日期命名的 GeoTIFF，以及每个日期一个字段（D20200131 或 20200131）的点的表和图层。

单位、符号和参考从文件读取，或由用户给出。此前已从序列中去掉的内容（斜面、滤波、潮汐）会传递下去，并有消息说明这对水有何影响。

来源：OPERA DISP-S1 产品规范 (JPL)；EGMS 见 Costantini 等 (2021)；MintPy 见 Yunjun 等 (2019)；LiCSBAS 见 Morishita 等 (2020)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/earth_files.py" />
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>A file of the product, or the path of its folder: OPERA granules, tiles and releases of EGMS.</source>
            <translation>产品的一个文件，或其文件夹的路径：OPERA 颗粒文件、EGMS 的分幅和发布版。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Look vectors or incidence angle</source>
            <translation>视向矢量或入射角</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Where the product has none: OPERA's los_enu.tif (east, north, up), MintPy's geometry file, a folder with LiCSAR's E, N and U files, or one angle from the vertical in degrees.</source>
            <translation>产品中没有时：OPERA 的 los_enu.tif（东、北、上），MintPy 的几何文件，含 LiCSAR 的 E、N 和 U 文件的文件夹，或一个与垂直方向的夹角（度）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Multilook</source>
            <translation>多视</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Average blocks of so many pixels in both directions; a block needs half of them.</source>
            <translation>在两个方向上平均这么多像元的块；一个块至少需要其中一半。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Displacement becomes relative to the pixel or point there. Empty: as in the product (OPERA: median).</source>
            <translation>形变将相对于该处的像元或点。留空：与产品相同（OPERA：中位数）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Memory (MB)</source>
            <translation>内存 (MB)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Large frames are read by windows that fit in it. The result does not depend on it.</source>
            <translation>大图幅按能放入内存的窗口读取。结果与此无关。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Displacement series</source>
            <translation>形变序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>What was read, what it is relative to, and what was taken from it before.</source>
            <translation>读取了什么、相对于什么，以及此前已从中去掉什么。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Pixels or points with data</source>
            <translation>有数据的像元或点</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>file: as the file says, and an error where it does not. rad needs the wavelength.</source>
            <translation>file：按文件所述，文件未说明时报错。rad 需要波长。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Positive is</source>
            <translation>正值表示</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>In the line of sight: towards the satellite, or away from it (the range increases).</source>
            <translation>沿视线向：朝向卫星，或远离卫星（距离增大）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Component</source>
            <translation>分量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of points and rasters that do not say it; of EGMS L3 with both: which one is read.</source>
            <translation>用于未说明分量的点和栅格；对于两者皆有的 EGMS L3：读取哪一个。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Wavelength (m)</source>
            <translation>波长 (m)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of values in radians where the file has none: 0.0555 for Sentinel-1.</source>
            <translation>用于以弧度为单位且文件中没有波长的数值：Sentinel-1 为 0.0555。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Reference system</source>
            <translation>参考系</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>Of a table's x and y where it has no longitude and latitude, and of rasters that name none.</source>
            <translation>用于没有经纬度的表的 x 和 y，以及未注明参考系的栅格。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: subtract the solid-Earth tide</source>
            <translation>OPERA：扣除固体潮</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>That the granules carry as a correction; OPERA's own tools subtract it.</source>
            <translation>颗粒文件作为改正携带的固体潮；OPERA 自己的工具会扣除它。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: subtract the ionosphere</source>
            <translation>OPERA：扣除电离层</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>That the granules carry as a correction; OPERA's own tools leave it.</source>
            <translation>颗粒文件作为改正携带的电离层；OPERA 自己的工具不扣除它。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>OPERA: gaps</source>
            <translation>OPERA：间断</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/import_displacement.py" />
            <source>How parts of a series are tied that no granule connects: linear motion, linear and annual motion, or not at all (only the first part is kept).</source>
            <translation>如何连接没有任何颗粒文件相连的序列各段：线性运动、线性加年周期运动，或不连接（只保留第一段）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Import GNSS series</source>
            <translation>导入 GNSS 序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Reads vertical positions of GNSS stations: series of the Nevada Geodetic Laboratory (tenv3, tenv, txyz2, with its list of steps steps.txt in the same folder), PBO and EarthScope (pos, csv), JPL (series), SIO (neu), TMS, earth-fixed coordinates, or tables station,lon,lat,date,up_mm. Positions of one UTC day are averaged.

Outliers are left out, and jumps of the antenna that are listed and significant are taken away. Jumps, trend, seasons and the motion after earthquakes are fitted together, in noise that wanders as the station itself does: a fast season or a gap is no jump. Jumps that no list names are only named. Motion of the ground, slow or by an earthquake, stays. The trend is MIDAS's.

Interferograms know no absolute motion. A station in their reference area restores it: give the result, or the table of one station, as Reference series to Line of sight to vertical.

Sources: Blewitt et al. (2018), doi 10.1029/2018EO104623, for the series; Blewitt et al. (2016), doi 10.1002/2015JB012552, for the trend; Harvey and Koopman (1992), doi 10.1080/07350015.1992.10509913, for the search for jumps.</source>
            <translation>读取 GNSS 测站的垂直位置：Nevada Geodetic Laboratory 的序列（tenv3、tenv、txyz2，其跳变列表 steps.txt 在同一文件夹中），PBO 和 EarthScope（pos、csv），JPL (series)，SIO (neu)，TMS，地固坐标，或表 station,lon,lat,date,up_mm。同一 UTC 日的位置取平均。

剔除粗差，并去掉已列出且显著的天线跳变。跳变、趋势、季节变化和震后运动一起拟合，其中的噪声按测站自身的方式游走：快速的季节变化或间断不是跳变。没有任何列表列出的跳变仅予指出。缓慢的或地震引起的地面运动予以保留。趋势为 MIDAS 的趋势。

干涉图不含绝对运动。位于其参考区的测站可恢复它：将结果或一个测站的表作为参考序列交给“视线向转垂直向”。

来源：序列见 Blewitt 等 (2018)，doi 10.1029/2018EO104623；趋势见 Blewitt 等 (2016)，doi 10.1002/2015JB012552；跳变搜索见 Harvey 和 Koopman (1992)，doi 10.1080/07350015.1992.10509913。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Series</source>
            <translation>序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Files, or the path of a folder: series of any known kind, tables with date and up_mm, steps.txt. Or the address of such a file or folder on a web server, which is fetched beside the result.</source>
            <translation>文件，或文件夹的路径：任一已知类型的序列、含 date 和 up_mm 的表、steps.txt。或网络服务器上此类文件或文件夹的地址，将被获取到结果旁边。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>tables</source>
            <translation>表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Length of means (days)</source>
            <translation>平均长度（天）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>1: daily positions. 12: means over the revisit time of Sentinel-1, which are less noisy.</source>
            <translation>1：每日位置。12：Sentinel-1 重访周期内的平均，噪声较小。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Dates of</source>
            <translation>日期取自</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>A displacement file: means are centred on its dates. Empty: one mean after the other.</source>
            <translation>形变文件：平均以其日期为中心。空：平均值依次相接。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Smallest unlisted jump (mm)</source>
            <translation>未列出的最小跳变 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Sudden jumps that no list names are looked for from this size on. 0: none is looked for.</source>
            <translation>从此大小起寻找任何列表都没有的突然跳变。0：不寻找。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away unlisted jumps too</source>
            <translation>也去掉未列出的跳变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Else they are only named: look at the series first, since water can move the ground suddenly too.</source>
            <translation>否则仅予指出：请先查看序列，因为水也可能使地面突然移动。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away earthquakes too</source>
            <translation>也去掉地震</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Jumps of listed earthquakes, and the motion after them, are motion of the ground that interferograms see as well: leave them in to tie a frame.</source>
            <translation>已列出地震的跳变及震后运动是地面运动，干涉图同样能看到：用于固定图幅时请保留。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Station of the table</source>
            <translation>制表的测站</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Name of the station that the table is made of. May be empty where there is only one.</source>
            <translation>用于制表的测站名称。只有一个测站时可留空。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>NetCDF file of all stations for the next step.</source>
            <translation>包含所有测站、供下一步使用的 NetCDF 文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Table of one station</source>
            <translation>单个测站的表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Columns date,up_mm, as Line of sight to vertical takes them as reference series.</source>
            <translation>列 date,up_mm，如“视线向转垂直向”作为参考序列所接受的那样。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Stations on the map</source>
            <translation>地图上的测站</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Points with the length of the series, its trend and standard error (mm/yr), annual amplitude (mm).</source>
            <translation>带有序列长度、趋势及其标准误差（mm/年）和年振幅 (mm) 的点。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Import GRACE</source>
            <translation>导入 GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Reads GRACE and GRACE-FO storage and averages it onto the EASE-Grid 2.0, conserving mass, in mm of water. Known are the mascons of CSR, JPL and GSFC (NetCDF, HDF5), the Tellus land grids, and Level-2 harmonics (GSM-2 of any centre, .gfc), also packed (.gz, .zip), and GravIS grids: choose one of its files, or give the folder.

Keeps for every solution its first and last day and the days that it did not use: a GRACE month is seldom a calendar month. Gaps stay gaps.

Harmonics: degree 1 comes from technical note 13, C20 and C30 from technical note 14 (files in the same folder are found), anomalies are to the mean of 2004 to 2009, and the filter is needed: unfiltered fields are noise.

GRACE resolves 300 to 400 km. Over a smaller region it shows mostly the surroundings.</source>
            <translation>读取 GRACE 和 GRACE-FO 储量，并在质量守恒下平均到 EASE-Grid 2.0，单位为毫米水柱。支持 CSR、JPL 和 GSFC 的 mascon（NetCDF、HDF5）、Tellus 陆地格网，以及 Level-2 球谐系数（任一机构的 GSM-2，.gfc），包括压缩文件（.gz、.zip），还有 GravIS 格网：选择其中一个文件，或给出文件夹。

为每个解保留其首日和末日以及未使用的日期：GRACE 月很少是日历月。缺失仍为缺失。

球谐系数：1 阶来自技术说明 13，C20 和 C30 来自技术说明 14（可在同一文件夹中找到），距平相对于 2004 至 2009 年均值，且需要滤波：未滤波的场只是噪声。

GRACE 的分辨率为 300 至 400 km。在更小的区域上，它显示的主要是周围地区。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>GRACE product</source>
            <translation>GRACE 产品</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>All files (*);;NetCDF and HDF5 files (*.nc *.nc4 *.h5)</source>
            <translation>所有文件 (*);;NetCDF 和 HDF5 文件 (*.nc *.nc4 *.h5)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>A file such as CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc, or for Level-2 harmonics any file of their folder, which is then read whole.</source>
            <translation>如 CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc 的文件；对于 Level-2 球谐系数，为其文件夹中的任一文件，文件夹将被完整读取。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Must be the grid of the analysis to compare with.</source>
            <translation>必须与要比较的分析的格网相同。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Of grids that do not say theirs, such as GeoTIFF. file: as the file says, and an error where not.</source>
            <translation>用于未注明单位的格网，如 GeoTIFF。file：按文件所述，未说明时报错。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Variable</source>
            <translation>变量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Name of storage in a NetCDF file. Empty: lwe_thickness, tws, and others that are known.</source>
            <translation>NetCDF 文件中储量的名称。留空：lwe_thickness、tws 及其他已知名称。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Months</source>
            <translation>月份</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Filter of harmonics</source>
            <translation>球谐系数的滤波</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>destriped_gaussian: decorrelation of Swenson and Wahr, then a Gaussian, as in the Tellus grids. DDK1 (strongest) to DDK8 need DDK_NORMALS.</source>
            <translation>destriped_gaussian：Swenson 和 Wahr 的去相关，然后高斯，如 Tellus 格网。DDK1（最强）至 DDK8 需要 DDK_NORMALS。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Radius of the Gaussian (km)</source>
            <translation>高斯半径 (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Distance at which its weight is half.</source>
            <translation>其权重减半的距离。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Highest degree of harmonics</source>
            <translation>球谐系数的最高阶</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Higher degrees are noise.</source>
            <translation>更高的阶是噪声。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Geocentric latitudes</source>
            <translation>地心纬度</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Take harmonics where the cells really are on the ellipsoid. Most products and tools do not.</source>
            <translation>在单元于椭球上的真实位置取球谐函数。多数产品和工具不这样做。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Text files (*.txt);;All files (*)</source>
            <translation>文本文件 (*.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Technical note 13: degree 1</source>
            <translation>技术说明 13：1 阶</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Of the same centre and release.</source>
            <translation>同一机构、同一版本。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Technical note 14: C20 and C30</source>
            <translation>技术说明 14：C20 和 C30</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>From satellite laser ranging.</source>
            <translation>来自卫星激光测距。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Normals or matrix for DDK</source>
            <translation>DDK 的法方程或矩阵</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Blocks of normals (.npz), or GRACE-filter's matrix of the level (Wbd_2-120...).</source>
            <translation>法方程块 (.npz)，或 GRACE-filter 的该级矩阵 (Wbd_2-120...)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Rates of glacial isostatic adjustment</source>
            <translation>冰川均衡调整速率</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Stokes coefficients per year: lines of degree, order, C, S. Empty: nothing is taken off.</source>
            <translation>每年的斯托克斯系数：各行为阶、次、C、S。空：不扣除。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Apply JPL's scale factors</source>
            <translation>应用 JPL 的尺度因子</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>From a land model's annual cycle: not for trends.</source>
            <translation>来自陆面模型的年周期：不适用于趋势。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Leave the ocean out</source>
            <translation>略去海洋</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>By the mask in the product, or LAND_MASK.</source>
            <translation>按产品中的掩膜，或 LAND_MASK。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Land mask</source>
            <translation>陆地掩膜</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <location filename="../processing/parameters.py" />
            <source>NetCDF files (*.nc *.nc4);;All files (*)</source>
            <translation>NetCDF 文件 (*.nc *.nc4);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>CSR's mask comes in a file of its own.</source>
            <translation>CSR 的掩膜在单独的文件中。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Import interferograms</source>
            <translation>导入干涉图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Reads a folder of unwrapped, geocoded interferograms in LiCSAR layout (as LiCSBAS downloads it, or as the COMET portal holds it) into one stack file: phase in radians (positive: away from the satellite), coherence, line-of-sight unit vectors, height and baselines. Only the unwrapped phase is compulsory. Products of HyP3 (bursts too), whatever their extents, plain GeoTIFFs named by two dates, NISAR's and ARIA's GUNW and MintPy's ifgramStack.h5 are read too.

Where GACOS delays are given (sltd.geo.tif, ztd.tif or .ztd), their difference between the two dates is removed from every interferogram, and the report shows the standard deviation before and after. Pairs that are broken, incomplete or of another size are listed and left out.

Sources: Lazecky et al. (2020) for LiCSAR; Yu et al. (2018) for GACOS.</source>
            <translation>将一个文件夹中已解缠、已地理编码的 LiCSAR 布局干涉图（如 LiCSBAS 下载的，或 COMET 门户网站上的）读入一个堆栈文件：相位（弧度，正值：远离卫星）、相干性、视线向单位向量、高程和基线。只有解缠相位是必需的。任意范围的 HyP3 产品（包括 burst 产品）、以两个日期命名的普通 GeoTIFF、NISAR 和 ARIA 的 GUNW 以及 MintPy 的 ifgramStack.h5 也可读取。

若给出 GACOS 延迟（sltd.geo.tif、ztd.tif 或 .ztd），则从每幅干涉图中扣除两个日期之间的延迟差，报告显示扣除前后的标准差。损坏、不完整或大小不同的干涉对被列出并略去。

来源：LiCSAR 见 Lazecky 等 (2020)；GACOS 见 Yu 等 (2018)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Frame folder</source>
            <translation>图幅文件夹</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Holds GEOC/ with one folder per pair, or interferograms/ and metadata/ as on the portal. Or the address of a frame on the portal, which is fetched beside the result.</source>
            <translation>含 GEOC/（每个干涉对一个文件夹），或如门户上那样含 interferograms/ 和 metadata/。或门户上一个图幅的地址，将被获取到结果旁边。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Tropospheric delays per date. Empty: delays inside the frame folder are not applied either.</source>
            <translation>各日期的对流层延迟。空：图幅文件夹内的延迟也不使用。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Pairs without a GACOS date</source>
            <translation>缺少 GACOS 日期的干涉对</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>mean: the mean delay of all dates stands in for the missing one, so that loops still close; keep: leave the pair uncorrected; drop: leave the pair out. The dates are listed.</source>
            <translation>mean：用所有日期的平均延迟代替缺失的延迟，使环仍然闭合；keep：保留该干涉对而不改正；drop：略去该干涉对。这些日期会列出。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Keep the GACOS correction</source>
            <translation>保留 GACOS 校正</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>always; stack: for all or none, where the mean standard deviation falls; interferogram: where its own falls, which leaves loops that do not close; date: of dates whose interferograms get better by it, and loops close.</source>
            <translation>always：始终保留；stack：全部保留或全部不保留，仅当标准差的平均值下降时保留；interferogram：该干涉图自身的标准差下降时保留，会留下不闭合的环；date：保留使其干涉图变好的日期，环仍闭合。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Area of HyP3 products</source>
            <translation>HyP3 产品的范围</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>overlap: what all of them cover; union: what any covers, missing where a product does not reach.</source>
            <translation>overlap：所有产品共同覆盖的范围；union：任一产品覆盖的范围，产品未到之处为缺失。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Subtract the ionosphere (NISAR)</source>
            <translation>扣除电离层 (NISAR)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>The phase screen that NISAR's products carry; a message says how large it is.</source>
            <translation>NISAR 产品携带的相位屏；有消息说明其大小。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Of the radar, where files and names do not say it: Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</source>
            <translation>雷达的波长，用于文件和名称均未说明时：Sentinel-1 0.0554658，Envisat 0.0562356，ALOS-2 0.2424525，TerraSAR-X 0.0310666。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Unit of the interferograms</source>
            <translation>干涉图的单位</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>file: as the tags say (DATA_UNITS), else radians.</source>
            <translation>file：按标签 (DATA_UNITS) 所述，否则为弧度。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Positive is motion</source>
            <translation>正值表示的运动方向</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Towards the satellite or away from it: needed for interferograms that are lengths. Phase: away.</source>
            <translation>朝向卫星或远离卫星：以长度为单位的干涉图需要它。相位：远离。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Least mean coherence of a pair</source>
            <translation>干涉对的最小平均相干性</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Pairs whose mean coherence is lower are listed and left out (0.05 as in LiCSBAS).</source>
            <translation>平均相干性更低的干涉对被列出并略去（0.05，如 LiCSBAS）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>What was read, what was left out and why, baselines and coherence.</source>
            <translation>读取了什么、略去了什么及其原因、基线和相干性。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/study_report.py" />
            <source>Interferograms</source>
            <translation>干涉图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <location filename="../core/report/import_report.py" />
            <source>Left out</source>
            <translation>略去</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>The first date is later than the last date.</source>
            <translation>首日期晚于末日期。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Import storage</source>
            <translation>导入储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Reads terrestrial water storage of a land surface model (GLDAS CLSM, Noah or VIC, MERRA-2 land, ERA5-Land, FLDAS, NLDAS, LIS history files, W3RA and AWRA, or any file with time, latitude and longitude, also as GRIB and in archives) and averages it onto the EASE-Grid 2.0, conserving mass, in millimetres of water. The model's own units are read from the file.

The load beyond the study area bends the ground inside it: import at least 1000 km around the study area. GLDAS-2.2's main stream already contains GRACE and must not be compared with it: you are warned.</source>
            <translation>读取陆面模型（GLDAS CLSM、Noah 或 VIC、MERRA-2 陆面、ERA5-Land、FLDAS、NLDAS、LIS 历史文件、W3RA 和 AWRA，或任何带时间、纬度和经度的文件，也可为 GRIB 或压缩包）的陆地水储量，并在质量守恒下平均到 EASE-Grid 2.0，单位为毫米水柱。模型自身的单位从文件读取。

研究区以外的负荷也会使区内地面弯曲：请导入研究区周围至少 1000 km。GLDAS-2.2 的主数据流已包含 GRACE，不得与其比较：会发出警告。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Land-model output</source>
            <translation>陆面模型输出</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>NetCDF and GRIB files (*.nc *.nc4 *.grib *.grb *.zip);;All files (*)</source>
            <translation>NetCDF 和 GRIB 文件 (*.nc *.nc4 *.grib *.grb *.zip);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>One file. Give Folder instead where there is one file per day or month.</source>
            <translation>一个文件。若每日或每月一个文件，请改为给出文件夹。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>or a folder of files</source>
            <translation>或文件夹</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>All NetCDF files in it, also in folders inside, are read in the order of their dates.</source>
            <translation>其中所有 NetCDF 文件（包括子文件夹中的）按日期顺序读取。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Name of the storage variable in the file. Empty: found by the product's conventions.</source>
            <translation>文件中储量变量的名称。空：按产品的惯例查找。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Of a variable that has none in its file: mm, kg m-2, cm or m. Empty: as the file says.</source>
            <translation>用于文件中没有单位的变量：mm、kg m-2、cm 或 m。留空：按文件所述。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Daily means</source>
            <translation>日均值</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Average what lies on one day: hourly and 3-hourly files become much smaller.</source>
            <translation>对同一天的值求平均：逐小时和 3 小时文件会小得多。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Times</source>
            <translation>时刻</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Give INPUT (a file) or FOLDER (a folder of files).</source>
            <translation>请给出 INPUT（文件）或 FOLDER（文件夹）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Displacement to storage without a model</source>
            <translation>不用模型由形变求储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Turns vertical displacement alone into maps of terrestrial water storage: frames of InSAR (absolute, tied or relative), GNSS stations, and GRACE at its own scale on demand. No land model is used, so that the result is an independent witness beside the assimilation.

Storage is a random field with two scales whose sizes and length are estimated by restricted likelihood (ABIC); what a relative frame leaves free stays free. Every map comes with its standard deviation, and the report says in words what the data resolve: often the mean of the region and scales of some hundred kilometres, never the size of the cells. The classic Laplacian with cross-validation is the second method.

Load around the window passes for water inside where BACKGROUND is missing: the mean then comes out 1.2 to 2 times too large, and no misfit shows it.

Source: Argus et al. (2014), doi 10.1002/2014GL059570; Yabuki and Matsu'ura (1992); Rasmussen and Williams (2006).</source>
            <translation>仅由垂直形变求陆地水储量图：InSAR 图幅（绝对、已固定或相对）、GNSS 测站，以及按需加入的处于自身尺度的 GRACE。不使用陆面模型，因此结果是与同化并列的独立见证。

储量是具有两种尺度的随机场，其大小和长度由限制似然 (ABIC) 估计；相对图幅不能确定的部分保持自由。每幅图都附有标准差，报告用文字说明数据能分辨什么：往往是区域均值和数百公里的尺度，绝不会是单元大小。经典的拉普拉斯平滑加交叉验证是第二种方法。

若缺少 BACKGROUND，窗口周围的负荷会被当作内部的水：此时均值偏大 1.2 至 2 倍，而残差不会显示出来。

来源：Argus 等 (2014)，doi 10.1002/2014GL059570；Yabuki 和 Matsu'ura (1992)；Rasmussen 和 Williams (2006)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Gridded vertical displacement from Line of sight to vertical. Optional where stations are given.</source>
            <translation>来自“视线向转垂直向”的格网垂直形变。给出测站时可不填。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Storage around the window</source>
            <translation>窗口周围的储量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Its displacement is subtracted, without what lies inside. It should reach 1000 km beyond the data.</source>
            <translation>扣除其引起的形变，不含窗口内部的部分。它应比数据向外延伸 1000 km。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Whose mean is wanted. Empty: the hull of the data.</source>
            <translation>要求其均值的区域。留空：数据的外包范围。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Grid</source>
            <translation>格网</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>EASE-Grid 2.0 of the cells: that of the frames. It is not the resolution.</source>
            <translation>单元的 EASE-Grid 2.0：即图幅的格网。它不是分辨率。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Buffer (km)</source>
            <translation>缓冲区 (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>How far cells with storage reach beyond region and data.</source>
            <translation>含储量的单元超出区域和数据的距离。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Polygons or rasters (*.*)</source>
            <translation>多边形或栅格 (*.*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Polygons, or a raster with positive values on land. Sea cells carry no water. Empty: from BACKGROUND.</source>
            <translation>多边形，或陆地上为正值的栅格。海洋单元不含水储量。留空：取自 BACKGROUND。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Storage from Import GRACE, used as data under its footprint. The result cannot then be held by it.</source>
            <translation>来自“导入 GRACE”的储量，按其足迹作为数据使用。此后结果便不能再与它对照。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Error of GRACE (mm)</source>
            <translation>GRACE 的误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Standard deviation of a month under a footprint. Empty: the product's own, or 15 mm.</source>
            <translation>一个足迹范围内单月的标准差。留空：采用产品自带的值，否则为 15 mm。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Footprint of GRACE (km)</source>
            <translation>GRACE 的足迹 (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Size of the blocks that are taken of GRACE, and its Gaussian where the file does not say its filter.</source>
            <translation>从 GRACE 中取用的分块的大小；文件未说明滤波时，也是其高斯滤波的尺度。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Origin of degree 1. GNSS: CF. CM differs by up to a fifth under loads of 1500 km.</source>
            <translation>1 阶项的原点。GNSS：CF。在 1500 km 的负荷下，CM 的差别可达五分之一。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Maps, standard deviations, resolution, misfits.</source>
            <translation>地图、标准差、分辨率、残差。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>Stations and frames</source>
            <translation>测站和图幅</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>One row for each, how it is met.</source>
            <translation>各占一行，说明拟合得如何。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertdisplacement.py" />
            <source>What the data resolve, maps, likelihood, misfits.</source>
            <translation>数据能分辨什么、地图、似然、残差。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Invert interferograms</source>
            <translation>反演干涉图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Solves the network of interferograms for the displacement at every date by (weighted) least squares, pixel by pixel: millimetres in the line of sight, positive towards the satellite, relative to the reference area and to the first date. Where a pixel's network falls apart, the parts are tied by the model chosen under Gaps. Also gives velocity, annual terms, residuals, temporal coherence and the number of gaps.

Sources: Berardino et al. (2002); the gap constraint is the limit of NSBAS (Lopez-Quiroz et al. 2009).</source>
            <translation>用（加权）最小二乘逐像元求解干涉图网络在每个日期的形变：单位毫米，视线向，朝向卫星为正，相对于参考区和首个日期。若像元的网络断开，各部分由“间断”中所选的模型连接。还给出速度、年周期项、残差、时间相干性和间断数。

来源：Berardino 等 (2002)；间断约束为 NSBAS 的极限（Lopez-Quiroz 等 2009）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>From Check interferograms; an unchecked stack works too, with an automatic reference area.</source>
            <translation>来自“检查干涉图”；未检查的堆栈也可用，参考区自动选择。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>coherence: by the phase variance that coherence implies; uniform: all pairs alike.</source>
            <translation>coherence：按相干性所隐含的相位方差；uniform：所有干涉对相同。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Gaps</source>
            <translation>间断</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>How unconnected parts of a network are tied: linear motion, linear and annual motion, or not at all (dates that are not connected to the first stay empty).</source>
            <translation>如何连接网络中互不相连的部分：线性运动、线性加年周期运动，或不连接（与首个日期不相连的日期留空）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../ui/dock_memory.py" />
            <source>Steps</source>
            <translation>阶跃</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Dates of earthquakes such as 2016-05-18, separated by blanks: the fit gets a step at each.</source>
            <translation>地震日期，如 2016-05-18，用空格分隔：拟合在每个日期加入一个阶跃。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Semi-annual term</source>
            <translation>半年项</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit a semi-annual beside the annual motion.</source>
            <translation>在年周期之外再拟合半年周期。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of every date</source>
            <translation>每个日期的标准差</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Write the formal standard deviation of the displacement at every date: twice the size of file.</source>
            <translation>写出每个日期形变的形式标准差：文件大小加倍。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Bootstrap samples</source>
            <translation>自助抽样数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the velocity by drawing the dates again so often, such as 100; 0: none.</source>
            <translation>将日期重复抽取这么多次得到速度的标准差，例如 100；0：不做。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove a ramp</source>
            <translation>去除斜面</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit a plane or a quadratic surface to every date and remove it: orbits and atmosphere, but also the motion that regional loads such as water cause. Leave it at none on the way to water storage.</source>
            <translation>对每个日期拟合平面或二次曲面并去除：轨道和大气，但也包括水等区域负荷引起的运动。用于水储量时请保持为 none。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove what grows with height</source>
            <translation>去除随高程变化的部分</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit and remove a term proportional to height at every date. The same caution as for the ramp.</source>
            <translation>对每个日期拟合并去除与高程成正比的项。与斜面同样须谨慎。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Mask by noise indices</source>
            <translation>按噪声指标掩膜</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Mask pixels by the nine noise indices of LiCSBAS (coherence, interferograms, velocity error, longest part, gaps, consistency with the neighbours, pairs without loop, loop errors, residuals). Each is a layer of the file; what each removes is listed. Limits that would mask every pixel are not applied.</source>
            <translation>按 LiCSBAS 的九个噪声指标掩膜像元（相干性、干涉图数、速度误差、最长部分、间断、与邻近像元的一致性、无环的干涉对、环误差、残差）。每个指标都是文件中的一个图层；每个指标去掉多少会列出。会掩去所有像元的限值不被采用。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Bound for the blocks of pixels that are solved together (ramps and filter need some 220 MB at 155 dates whatever it is). The result does not depend on it.</source>
            <translation>一起求解的像元块的上限（去斜面和滤波在 155 个日期时总需约 220 MB，与此无关）。结果与其无关。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Dask scheduler</source>
            <translation>Dask 调度器</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Address such as tcp://host:8786 to compute on a cluster. Empty: this computer.</source>
            <translation>在集群上计算时的地址，如 tcp://host:8786。空：本机。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <location filename="../core/report/displacement_report.py" />
            <location filename="../core/report/inversion_motion.py" />
            <source>Velocity</source>
            <translation>速度</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Line-of-sight velocity in mm/yr as GeoTIFF.</source>
            <translation>视线向速度（mm/年），GeoTIFF 格式。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Velocity, quality and gaps as maps and histograms; what each mask removes.</source>
            <translation>以地图和直方图显示速度、质量和缺口；每种掩膜去掉了什么。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove plate motion</source>
            <translation>去除板块运动</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the motion of a rigid plate (ITRF2020-PMM, Altamimi et al. 2023): a slope of some mm/yr over the frame, because the incidence changes over it. Off by default: near a plate's edge the ground moves otherwise. Needs the E, N and U rasters.</source>
            <translation>去除刚性板块的运动（ITRF2020-PMM，Altamimi 等 2023）：因入射角在图幅内变化，它在图幅上造成每年数毫米的倾斜。默认关闭：在板块边缘附近，地面的运动并非如此。需要 E、N 和 U 栅格。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove solid-earth tides</source>
            <translation>去除固体潮</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the tide of the solid Earth (IERS Conventions 2010): up to some 30 mm over a frame, and as satellites pass at the same hour 3 or 4 mm of it look like a yearly load. Off by default: some processors have removed it already, and twice would be wrong. Needs the time of day in metadata.txt (center_time).</source>
            <translation>去除固体地球潮汐（IERS 规范 2010）：在一个图幅上可达约 30 毫米；又因卫星总在同一时刻经过，其中 3 至 4 毫米看起来像年周期负荷。默认关闭：有些处理软件已经去除，再去一次就错了。需要 metadata.txt 中的时刻（center_time）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove errors of the heights</source>
            <translation>去除高程误差</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Fit what follows the perpendicular baseline of the dates, together with trend and season, to each pixel, and remove it: a wrong height of the ground. For L band and Envisat with baselines of hundreds of metres; Sentinel-1's are too short to matter. Needs the frame's baselines file.</source>
            <translation>对每个像元，与趋势和季节一起拟合随各日期垂直基线变化的部分并将其去除：即地面高程的误差。适用于基线达数百米的 L 波段和 Envisat；Sentinel-1 的基线太短，无关紧要。需要图幅的基线文件。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove phase bias</source>
            <translation>去除相位偏差</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove the bias of short interferograms that the check found from loops of different lengths, with the longest of these lengths taken as free of it. The check says how much it adds to the velocity.</source>
            <translation>去除检查由不同长度的环所发现的短时干涉图偏差，把其中最长的长度视为无偏差。检查会说明它给速度增加了多少。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Spatio-temporal filter</source>
            <translation>时空滤波</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Remove what is smooth in space and changes fast in time: atmosphere, but also the fast part of the motion that regional loads such as water cause. Leave it off on the way to water storage.</source>
            <translation>去除空间上平滑、时间上变化快的部分：即大气，但也包括水等区域负荷引起的快速运动。用于水储量时请关闭。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Width of the filter in time (days)</source>
            <translation>滤波的时间宽度（天）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the Gaussian weights; 0: three mean intervals between dates, as in LiCSBAS.</source>
            <translation>高斯权的标准差；0：日期平均间隔的三倍，同 LiCSBAS。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Width of the filter in space (km)</source>
            <translation>滤波的空间宽度（公里）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Standard deviation of the Gaussian weights.</source>
            <translation>高斯权的标准差。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
            <source>Line-of-sight velocity</source>
            <translation>视线向速度</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <location filename="../core/report/response_report.py" />
            <source>Load response of a disk</source>
            <translation>圆盘的负荷响应</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Vertical and horizontal displacement of an elastic, layered Earth under a disk of water one metre deep, against distance from its centre: table and figure (Fig. 5 of the paper), with the range that the crust may change: some 15 % near the disk, little beyond 100 km.

Source: Farrell (1972) with the disk of Chen et al. (2022), eq. 4 to 6, including the factor of water density that eq. 4 omits; load Love numbers integrated for PREM (Dziewonski and Anderson 1981).</source>
            <translation>弹性分层地球在一米深水圆盘下的垂直和水平形变随离圆心距离的变化：表和图（论文图 5），并给出地壳可能引起的变化范围：圆盘附近约 15 %，100 km 以外很小。

来源：Farrell (1972) 与 Chen 等 (2022) 式 4 至 6 的圆盘，包括式 4 遗漏的水密度因子；负荷勒夫数由 PREM（Dziewonski 和 Anderson 1981）积分得到。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Radius of the disk (km)</source>
            <translation>圆盘半径 (km)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>The paper takes 14 km for a cell of 25 km; 14.12 km has the cell's area.</source>
            <translation>论文对 25 km 的单元取 14 km；14.12 km 与单元面积相等。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Origin of degree 1. It matters for large disks and far away only.</source>
            <translation>1 阶的原点。只对大圆盘和远处有影响。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Keep degree 0</source>
            <translation>保留 0 阶</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Compress the whole Earth under the mean of the load, which water that only moves about does not.</source>
            <translation>整个地球在负荷均值下受压缩；只是移动的水不会如此。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Compensated disk</source>
            <translation>补偿圆盘</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Take the disk's water from the rest of the sphere.</source>
            <translation>圆盘的水取自球面的其余部分。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Response table</source>
            <translation>响应表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Columns distance_km, vertical_mm, horizontal_mm, and the range over crusts.</source>
            <translation>列 distance_km、vertical_mm、horizontal_mm，以及不同地壳的范围。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Figure and table.</source>
            <translation>图和表。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Displacement at the centre (mm)</source>
            <translation>圆心处的形变 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Displacement at the edge (mm)</source>
            <translation>边缘处的形变 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Line of sight to vertical</source>
            <translation>视线向转垂直向</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Converts line-of-sight to vertical displacement, assuming that the ground moves only up and down: (d_los + U_ref (up_ref(t) - up_ref(t0))) / U, where U is the upward component of the line of sight.

Interferograms know no absolute motion. Give the vertical motion of the reference area (a GNSS station there) as Reference series, and the result is absolute; without it the motion common to the whole frame, which is most of what water load does, is missing, and an assimilation can gain next to nothing.

Source: Chen et al. (2022), eq. 1, with the incidence of each pixel instead of one mean angle, which is wrong by up to 11 % at the edges of a frame.</source>
            <translation>将视线向形变转换为垂直形变，假设地面只做上下运动：(d_los + U_ref (up_ref(t) - up_ref(t0))) / U，其中 U 为视线向的向上分量。

干涉图不知道绝对运动。将参考区的垂直运动（那里的 GNSS 测站）作为参考序列给出，结果就是绝对的；否则缺少整个图幅共有的运动（水负荷引起的运动大部分如此），同化几乎得不到任何改进。

来源：Chen 等 (2022) 式 1，但用每个像元的入射角代替单一平均角，后者在图幅边缘的误差可达 11 %。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/place.py" />
            <location filename="../core/report/study_displacement.py" />
            <source>Displacement</source>
            <translation>形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>A displacement series or gridded displacement, in the line of sight.</source>
            <translation>视线向的形变序列或格网形变。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Mean incidence angle (degrees)</source>
            <translation>平均入射角（度）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Empty: the angle of every pixel (the default). The paper uses one mean angle for the frame.</source>
            <translation>空：每个像元的角度（默认）。论文对整个图幅使用一个平均角。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Reference series</source>
            <translation>参考序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Tables and stations (*.csv *.nc *.tenv3 *.pos);;All files (*)</source>
            <translation>表和测站 (*.csv *.nc *.tenv3 *.pos);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Table date,up_mm: vertical motion of the reference area, interpolated between dates; or the series of a station in any format that Import GNSS series reads. Or the stations of Import GNSS series (.nc), of which the nearest to the reference area is taken.</source>
            <translation>表 date,up_mm：参考区的垂直运动，在日期之间插值；或“导入 GNSS 序列”可读取的任何格式的测站序列。或“导入 GNSS 序列”的测站 (.nc)，取离参考区最近的一个。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations (*.nc);;All files (*)</source>
            <translation>测站 (*.nc);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Stations of Import GNSS series: all of them inside the frame tie it, by a constant per date and, from five stations on, a plane. Instead of the reference series.</source>
            <translation>“导入 GNSS 序列”的测站：图幅内的所有测站共同固定图幅，每个日期一个常数，测站有五个或更多时再加一个平面。代替参考序列。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>the reference series</source>
            <translation>参考序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Mask and downsample displacement</source>
            <translation>掩膜与降采样</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Leaves out pixels whose line-of-sight velocity is too fast to be water load (subsidence, landslides, tectonics) and averages the others, date by date, over the cells of the EASE-Grid 2.0. Keeps the number of pixels and their standard deviation in every cell.

Velocity is relative to the reference area: another reference masks other pixels.

Source: Chen et al. (2022), section II.C; Brodzik et al. (2012) for the grid.</source>
            <translation>略去视线向速度过快、不可能由水负荷引起的像元（沉降、滑坡、构造运动），并将其余像元逐日期平均到 EASE-Grid 2.0 的单元上。保留每个单元的像元数及其标准差。

速度相对于参考区：参考不同，掩去的像元也不同。

来源：Chen 等 (2022)，II.C 节；格网见 Brodzik 等 (2012)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Fastest motion kept (mm/yr)</source>
            <translation>保留的最快运动（mm/年）</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Absolute line-of-sight velocity above which a pixel is left out (5 mm/yr in the paper).</source>
            <translation>视线向速度绝对值超过此值的像元被略去（论文中为 5 mm/年）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Global cylindrical grid of 25, 36 or 9 km.</source>
            <translation>25、36 或 9 km 的全球圆柱投影格网。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Least part of valid pixels</source>
            <translation>有效像元的最小比例</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Cells with a smaller part of usable pixels, among the frame's pixels in the cell, stay empty.</source>
            <translation>在图幅位于单元内的像元中，可用像元比例更小的单元留空。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Least points in a cell</source>
            <translation>单元中的最少点数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Of a file of points: cells with fewer at a date stay empty.</source>
            <translation>用于点文件：某日期点数更少的单元留空。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Gridded displacement</source>
            <translation>格网形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>What the mask leaves out, how that depends on the reference, and the cells.</source>
            <translation>掩膜去掉了什么、它如何取决于参考区，以及各单元。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/maskdownsample.py" />
            <source>Cells with data</source>
            <translation>有数据的单元</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Run the land model</source>
            <translation>运行陆面模型</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Computes terrestrial water storage from weather by an independent implementation of the Catchment model equations, verified against NASA LISF F2.5 numbers: soil water, snow, energy balance and frozen ground in half-hourly steps, day by day. Perturbations of weather and states make the ensemble that the assimilation needs.

Weather comes as Groundswell's own files, with CF names, as GLDAS-2.1, ERA5-Land, ERA5, MERRA-2 or FLUXNET, also in archives and as GRIB; what it means is read from the files, and it is checked against what is plausible before the run. Parameters come as Groundswell's own, GEOS or LDT files. The first year is run through until storage is steady.

Sources: Koster et al. (2000), Ducharne et al. (2000).</source>
            <translation>用 Catchment 模型方程的独立实现由气象数据计算陆地水储量，并已对照 NASA LISF F2.5 的数值验证：土壤水、雪、能量平衡和冻土，半小时步长，逐日进行。对气象和状态的扰动构成同化所需的集合。

气象数据可为 Groundswell 自己的文件、采用 CF 名称的文件、GLDAS-2.1、ERA5-Land、ERA5、MERRA-2 或 FLUXNET，也可为压缩包或 GRIB；其含义从文件读取，并在运行前与合理范围对照检查。参数可为 Groundswell 自己的、GEOS 或 LDT 文件。首年反复运行，直到储量稳定。

来源：Koster 等 (2000)，Ducharne 等 (2000)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../core/report/catchment_report.py" />
            <source>Perturbations</source>
            <translation>扰动</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>paper: catchment deficit and snow; geos: weather and states as in NASA's systems; none: a single run.</source>
            <translation>paper：集水区亏缺和雪；geos：如 NASA 系统中的气象和状态；none：单次运行。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Members</source>
            <translation>成员数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Size of the ensemble (24 in the paper).</source>
            <translation>集合的大小（论文中为 24）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Changes to the perturbations</source>
            <translation>对扰动的修改</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Numbers of the preset to change, such as catdef.std=0.2, Precip.hours=48. States are per hour.</source>
            <translation>要修改的预设数值，如 catdef.std=0.2, Precip.hours=48。状态为每小时。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Remove the shift of the mean</source>
            <translation>去除均值偏移</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Take off the members what perturbations shift their mean against the unperturbed run.</source>
            <translation>从各成员中扣除扰动使其均值相对于未扰动运行产生的偏移。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>The same seed gives the same ensemble, bit for bit, whatever the number of workers.</source>
            <translation>相同的种子给出逐位相同的集合，与工作线程数无关。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Impossible weather</source>
            <translation>不可能的气象</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>What to do where the weather cannot be that of the columns' place, as Check weather shows it.</source>
            <translation>当气象不可能属于各柱所在地时（如“检查气象”所示）如何处理。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Restart file</source>
            <translation>重启文件</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Of an earlier run, to go on from its last day with the same members, seed and perturbations.</source>
            <translation>先前运行的重启文件，以相同的成员、种子和扰动从其最后一天继续。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Equilibrium of an earlier run</source>
            <translation>以前运行得到的平衡态</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>What spin-up found for the same columns and weather, to begin with at once. One of other columns, weather or first day is refused.</source>
            <translation>预热为相同的柱和相同的气象得到的结果，可立即从它开始。柱、气象或首日不同的结果会被拒绝。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Address such as tcp://host:8786, to compute on a cluster. Empty: on this computer.</source>
            <translation>在集群上计算时的地址，如 tcp://host:8786。空：在本机。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Restart file of this run</source>
            <translation>本次运行的重启文件</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>State at the end, to go on from.</source>
            <translation>结束时的状态，可由此继续。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Equilibrium of this run</source>
            <translation>本次运行的平衡态</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>State that spin-up found, for later runs with other members or perturbations.</source>
            <translation>预热得到的状态，供以后用其他成员或扰动的运行使用。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Storage by store, fluxes, budgets, perturbations and parameters.</source>
            <translation>各储库的储量、通量、收支、扰动和参数。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Change of storage in the last year of spin-up (mm)</source>
            <translation>预热最后一年的储量变化 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Shift of the ensemble mean (mm)</source>
            <translation>集合均值的偏移 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>Largest residual of the water budget of a step (mm)</source>
            <translation>单步水量平衡的最大残差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Report on a study</source>
            <translation>研究报告</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Writes one self-contained page with every figure and table that the paper has, for your own data: network, displacement before and after the mask, velocity, series at points, load response, errors assumed, innovations, storage with GRACE, maps of R and ubRMSD; then methods, parameters of every step and versions. Warnings stand first. It prints well.

Give what you have: sections whose files are missing are left out.</source>
            <translation>写出一个自成一体的网页，包含论文中所有的图和表，但用您自己的数据：网络、掩膜前后的形变、速度、点上的序列、负荷响应、所假设的误差、新息、储量与 GRACE、R 和 ubRMSD 地图；然后是方法、每一步的参数和版本。警告放在最前面。适合打印。

有什么就给什么：缺少文件的章节会略去。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../ui/guided_entries.py" />
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Of the study, such as its region.</source>
            <translation>研究的标题，例如其区域。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Check interferograms: network and quality.</source>
            <translation>来自“检查干涉图”：网络和质量。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Invert interferograms: velocity and series at points.</source>
            <translation>来自“反演干涉图”：速度和点上的序列。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Mask and downsample displacement: the map after it.</source>
            <translation>来自“掩膜与降采样”：处理后的地图。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Line of sight to vertical: what it is relative to.</source>
            <translation>来自“视线向转垂直向”：相对于什么。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Run the land model or Import storage: perturbations of the ensemble.</source>
            <translation>来自“运行陆面模型”或“导入储量”：集合的扰动。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Assimilate displacement: storage and innovations.</source>
            <translation>来自“同化形变”：储量和新息。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Inversion</source>
            <translation>反演</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Displacement to storage without a model: beside the analysis.</source>
            <translation>来自“不用模型由形变求储量”：与分析结果并列。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Import GRACE: drawn with the analysis.</source>
            <translation>来自“导入 GRACE”：与分析一起绘制。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Maps of the comparison</source>
            <translation>比较的地图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Compare with GRACE: maps of R and ubRMSD.</source>
            <translation>来自“与 GRACE 比较”：R 和 ubRMSD 地图。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Table of the comparison</source>
            <translation>比较的表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Compare with GRACE: R and ubRMSD by period.</source>
            <translation>来自“与 GRACE 比较”：各时段的 R 和 ubRMSD。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Table of observation errors</source>
            <translation>观测误差的表</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>From Tune the observation error: innovations by error.</source>
            <translation>来自“调整观测误差”：各误差下的新息。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Tables (*.csv);;All files (*)</source>
            <translation>表 (*.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/studyreport.py" />
            <source>The page, with all its figures inside.</source>
            <translation>网页，所有图都在其中。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Tune the observation error</source>
            <translation>调整观测误差</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Runs the assimilation once for each assumed error of the vertical displacement, with the same members and draws, and lists the normalized innovations: where the error is right, their pooled standard deviation is 1 and their mean 0. The paper's Fig. 8 shows the mean over the area instead, whose standard deviation is below 1 even then; both are given, with what is expected of it. A warning tells where the innovations of the cells move together, which a filter of independent cells takes for signal.

The report also has the most likely error, Desroziers' estimates, spread and skill, the variogram of the innovations (length of the atmosphere's errors) and the ranks of the observations among the members.

With stations beside the displacement, the errors tried are the displacement's; with stations alone, theirs. With weather and parameters, the land model runs once, without observations; its members are then corrected for each error as those of a storage file are, by corrections that fade with the error memory, instead of running the model again for each.

Source: Chen et al. (2022), section III.B, eq. 9; Desroziers et al. (2005).</source>
            <translation>对每个假设的垂直形变误差各运行一次同化，成员和随机抽取相同，并列出归一化新息：误差恰当时，其总体标准差为 1，均值为 0。论文图 8 显示的是区域均值，其标准差即使在那时也小于 1；两者都给出，并附其期望值。若各单元的新息一起变动，会发出警告，因为单元相互独立的滤波会把它当作信号。

报告还给出最可能的误差、Desroziers 估计、离散度与技巧、新息的变差函数（大气误差的长度）以及观测在成员中的秩。

若形变之外还有测站，则所试的误差是形变的；只有测站时，是测站的。给出气象和参数时，陆面模型在没有观测的情况下运行一次；其成员随后像储量文件的成员一样，对每个误差用随误差记忆消退的修正来改正，而不是每次重新运行模型。

来源：Chen 等 (2022)，III.B 节，式 9；Desroziers 等 (2005)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Observation errors (mm)</source>
            <translation>观测误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Ascending, separated by commas (7 to 12 mm in the paper).</source>
            <translation>升序，用逗号分隔（论文中为 7 至 12 mm）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>One row for each error.</source>
            <translation>每个误差一行。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Figure, estimates and variogram.</source>
            <translation>图、估计和变差函数。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Error with unit innovations (mm)</source>
            <translation>新息标准差为 1 时的误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Most likely error (mm)</source>
            <translation>最可能的误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/tuneobservationerror.py" />
            <source>Length of the innovations' variogram (km)</source>
            <translation>新息变差函数的长度 (km)</translation>
        </message>
        <message>
            <location filename="../processing/base.py" />
            <source>{step}{given} needs more memory than there is. Give a smaller area or period, or fewer members.</source>
            <translation>{step}{given} 需要的内存超过现有内存。请给出更小的区域或时段，或更少的成员。</translation>
        </message>
        <message>
            <location filename="../processing/base.py" />
            <source>{step}{given} could not be finished: one of the files holds something that was not foreseen. The details are in View &gt; Panels &gt; Log Messages, tab {tag}: please report them.</source>
            <translation>{step}{given} 未能完成：其中一个文件含有未预料到的内容。详情见“视图 &gt; 面板 &gt; 日志消息”的 {tag} 选项卡：请报告。</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Storage of GRACE as data</source>
            <translation>作为数据的 GRACE 储量</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Storage from Import GRACE, used as data with its own footprint and errors.</source>
            <translation>来自“导入 GRACE”的储量，以其自身的足迹和误差作为数据使用。</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Polygons whose mean storage is judged. Empty: the hull of the data.</source>
            <translation>要评判其平均储量的多边形。留空：数据的外包范围。</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Withhold every n-th month of GRACE</source>
            <translation>每 n 个 GRACE 月留出一个</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>These months judge the analysis by a solution without them; the output uses all. 0: none.</source>
            <translation>这些月份通过不使用它们的解来评判分析；输出则使用全部。0：不留出。</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Stations not to be used</source>
            <translation>不使用的测站</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>auto: stations that contradict all others are left out and named; or names, separated by commas.</source>
            <translation>auto：与所有其他测站矛盾的测站被剔除并列出名称；或给出名称，以逗号分隔。</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Use data that fail the season check</source>
            <translation>使用未通过季节检查的数据</translation>
        </message>
        <message>
            <location filename="../processing/best_parameters.py" />
            <source>Data whose season is no season of water (sign, unit, dates) are left out unless this is on.</source>
            <translation>若数据的季节变化不是水的季节变化（符号、单位、日期），则将其剔除，除非启用此项。</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Interferograms to vertical displacement</source>
            <translation>干涉图到垂直形变</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Interferograms and modelled storage to water storage</source>
            <translation>干涉图与模拟储量到水储量</translation>
        </message>
        <message>
            <location filename="../processing/chains.py" />
            <source>Displacement and weather to water storage</source>
            <translation>形变与气象到水储量</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Found from the data</source>
            <translation>由数据求得</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the file says</source>
            <translation>按文件所述</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>None</source>
            <translation>无</translation>
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
            <translation>毫米</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centimetres</source>
            <translation>厘米</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Metres</source>
            <translation>米</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Radians of phase</source>
            <translation>相位弧度</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Kilograms per square metre</source>
            <translation>千克每平方米</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Towards the satellite</source>
            <translation>朝向卫星</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Away from the satellite</source>
            <translation>背离卫星</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Absolute: nothing common to all cells is in error</source>
            <translation>绝对:没有所有格网共有的误差</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Tied to GNSS</source>
            <translation>由 GNSS 约束</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Relative to an area of unknown motion</source>
            <translation>相对于运动未知的区域</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Preliminary reference Earth model</source>
            <translation>初步参考地球模型(PREM)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Travel-time model of 1995</source>
            <translation>1995 年走时模型(ak135)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with a soft upper crust</source>
            <translation>上地壳较软的 PREM</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with hard rock to the surface</source>
            <translation>硬岩直达地表的 PREM</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with a continental crust</source>
            <translation>大陆地壳的 PREM</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>PREM with sediments on top</source>
            <translation>上覆沉积层的 PREM</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of the solid Earth</source>
            <translation>固体地球的质心</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of mass of the Earth with its water</source>
            <translation>含水地球的质心</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of figure, as GNSS</source>
            <translation>形状中心,与 GNSS 相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of horizontal figure</source>
            <translation>水平形状中心</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Centre of lateral figure</source>
            <translation>侧向形状中心</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Interferograms and delays</source>
            <translation>干涉图与延迟</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Interferograms only</source>
            <translation>仅干涉图</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>GACOS delays only</source>
            <translation>仅 GACOS 延迟</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>The mean delay stands in</source>
            <translation>用平均延迟代替</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Keep the pair uncorrected</source>
            <translation>保留该对而不校正</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Leave the pair out</source>
            <translation>舍弃该对</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Always</source>
            <translation>总是</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For all pairs or none</source>
            <translation>全部干涉对或全不</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For each pair that it makes calmer</source>
            <translation>每个因此更平静的干涉对</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>For each date whose pairs it makes calmer</source>
            <translation>每个使其干涉对更平静的日期</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>What all products cover</source>
            <translation>所有产品共同覆盖的范围</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>What any product covers</source>
            <translation>任一产品覆盖的范围</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By coherence</source>
            <translation>按相干性</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>All pairs alike</source>
            <translation>所有干涉对相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Motion at a constant rate</source>
            <translation>匀速运动</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Constant rate and a yearly wave</source>
            <translation>匀速加年周期</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Leave gaps open</source>
            <translation>不填补缺口</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A plane a date</source>
            <translation>每个日期一个平面</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A curved surface a date</source>
            <translation>每个日期一个曲面</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Amur</source>
            <translation>阿穆尔板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Antarctica</source>
            <translation>南极板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Arabia</source>
            <translation>阿拉伯板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Australia</source>
            <translation>澳大利亚板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Caribbean</source>
            <translation>加勒比板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Eurasia</source>
            <translation>欧亚板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>India</source>
            <translation>印度板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nazca</source>
            <translation>纳斯卡板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>North America</source>
            <translation>北美板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nubia (Africa)</source>
            <translation>努比亚板块(非洲)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Pacific</source>
            <translation>太平洋板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>South America</source>
            <translation>南美板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Somalia</source>
            <translation>索马里板块</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Line of sight</source>
            <translation>视线向</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Vertical</source>
            <translation>垂直向</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>East</source>
            <translation>东向</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Small, for learning</source>
            <translation>小型,供学习</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As large as in Chen et al. (2022)</source>
            <translation>与 Chen 等(2022)一样大</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Small, with the Catchment model as truth</source>
            <translation>小型,以 Catchment 模型为真值</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season is too large and early</source>
            <translation>其季节变化过大且偏早</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Only spells of its own</source>
            <translation>仅有自身的干湿期</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season is too small and late</source>
            <translation>其季节变化过小且偏晚</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season, from place to place</source>
            <translation>其季节变化因地而异</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Wrong years</source>
            <translation>年际变化有误</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A trend that it lacks</source>
            <translation>缺少一个趋势</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Rain of half a year</source>
            <translation>半年的降雨有误</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nothing much, but stations have yearly errors</source>
            <translation>基本无误,但测站有年周期误差</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Its season, and frames have planes</source>
            <translation>其季节变化有误,且各帧含平面</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Soils and rain of the Catchment model</source>
            <translation>Catchment 模型的土壤与降雨有误</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Catchment deficit and snow, as in Chen et al. (2022)</source>
            <translation>流域亏缺与积雪,与 Chen 等(2022)相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Weather and states, as in NASA's systems</source>
            <translation>气象与状态,与 NASA 系统相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A single run</source>
            <translation>单次运行</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each store by its own covariance</source>
            <translation>每个储水分量按自身协方差</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>All by one factor</source>
            <translation>全部按同一因子</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Warn and go on</source>
            <translation>警告并继续</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the values show</source>
            <translation>按数值所示</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Of the hour before</source>
            <translation>前一小时的值</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Since the time before</source>
            <translation>自上一时刻起</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Since 00 UTC</source>
            <translation>自 00 UTC 起</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the product has it</source>
            <translation>按产品惯例</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>At the beginning</source>
            <translation>在开始时刻</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>In the middle</source>
            <translation>在中间时刻</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>At the end</source>
            <translation>在结束时刻</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>LISF F2.5 with the humidity derivative of GEOS</source>
            <translation>LISF F2.5,带 GEOS 的湿度导数</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>LISF F2.5 as it is</source>
            <translation>原样的 LISF F2.5</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Icarus</source>
            <translation>Icarus</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Version 24 C05</source>
            <translation>版本 24 C05</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Nature run, version 7.2</source>
            <translation>自然运行,版本 7.2</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the file names it</source>
            <translation>按文件所标</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>STATSGO, 1 sand to 12 clay</source>
            <translation>STATSGO,1 砂土至 12 黏土</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>USDA, 1 clay to 12 sand (SoilGrids)</source>
            <translation>USDA,1 黏土至 12 砂土(SoilGrids)</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>HWSD, 1 heavy clay to 13 sand</source>
            <translation>HWSD,1 重黏土至 13 砂土</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Eight classes of the land model</source>
            <translation>陆面模型的八个类别</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>IGBP, as MODIS</source>
            <translation>IGBP,与 MODIS 相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>University of Maryland</source>
            <translation>马里兰大学分类</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>MODIS, University of Maryland</source>
            <translation>MODIS,马里兰大学分类</translation>
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
            <translation>数据所允许的最佳估计</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Exact smoother without an ensemble</source>
            <translation>不用集合的精确平滑</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As in Chen et al. (2022)</source>
            <translation>与 Chen 等(2022)相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Ensemble filter, each cell by itself</source>
            <translation>集合滤波,逐格网独立</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Square-root filter, each cell by itself</source>
            <translation>平方根滤波,逐格网独立</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Ensemble filter, all observations together</source>
            <translation>集合滤波,所有观测一起</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Local transforms, all observations together</source>
            <translation>局地变换,所有观测一起</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By covariances, with standard deviations</source>
            <translation>用协方差,给出标准差</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>By a smooth Laplacian, without standard deviations</source>
            <translation>用平滑拉普拉斯算子,不给标准差</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the method wants</source>
            <translation>按方法所需</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch corrects itself</source>
            <translation>每个历元只修正自身</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch corrects the days since the one before</source>
            <translation>每个历元修正自上一历元以来的各日</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Smoother: epochs before are corrected, too</source>
            <translation>平滑:此前的历元也被修正</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>As the files say</source>
            <translation>按各文件所述</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Added to the storage</source>
            <translation>加到储量上</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Factors on the storage</source>
            <translation>乘到储量上的因子</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Rough</source>
            <translation>粗糙</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Very smooth</source>
            <translation>非常平滑</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Each epoch by itself</source>
            <translation>每个历元独立</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Storage with a memory</source>
            <translation>有记忆的储量</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>A trend and a yearly wave</source>
            <translation>趋势加年周期</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Edges of near cells</source>
            <translation>近处格网的边界</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Disks of a cell's area</source>
            <translation>与格网等面积的圆盘</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Disks of 14 km, as in Chen et al. (2022)</source>
            <translation>14 km 圆盘,与 Chen 等(2022)相同</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Gaussian</source>
            <translation>高斯</translation>
        </message>
        <message>
            <location filename="../processing/choices.py" />
            <source>Without stripes, then Gaussian</source>
            <translation>先去条带,再高斯</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Earth model</source>
            <translation>地球模型</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Elastic structure behind the load Love numbers.</source>
            <translation>负荷勒夫数所依据的弹性结构。</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Table of Love numbers</source>
            <translation>勒夫数表</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Instead of the Earth model: degree, h, l, k in the layout of LoadDef, gravity-toolkit or REAR.</source>
            <translation>代替地球模型：阶、h、l、k，按 LoadDef、gravity-toolkit 或 REAR 的布局。</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>Crustal column</source>
            <translation>地壳柱</translation>
        </message>
        <message>
            <location filename="../processing/earth_files.py" />
            <source>On top of the Earth model, from the surface down: thickness_km,vp_km_s,vs_km_s,density_g_cm3 in each line. Its Love numbers are computed the first time (some seconds) and kept.</source>
            <translation>置于地球模型之上，自地表向下：每行 thickness_km,vp_km_s,vs_km_s,density_g_cm3。其勒夫数在第一次计算（数秒）后保存。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>From Import storage. Must cover the observations; load far beyond them counts, too.</source>
            <translation>来自“导入储量”。必须覆盖观测；远处的负荷也有作用。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Gridded vertical displacement from Line of sight to vertical.</source>
            <translation>来自“视线向转垂直向”的格网垂直形变。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>More frames</source>
            <translation>更多图幅</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Vertical displacement of other tracks, or of neighbours on the same track, on the same EASE-Grid 2.0. Frames may overlap and have dates of their own.</source>
            <translation>其他轨道、或同一轨道相邻图幅的垂直形变，位于同一 EASE-Grid 2.0 上。各图幅可以重叠，日期可以不同。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>References of more frames</source>
            <translation>更多图幅的参考</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>One word for each, in the same order: absolute, tied or unknown. Empty: all as the first.</source>
            <translation>按相同顺序各写一个词：absolute、tied 或 unknown。留空：均与第一个相同。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/guided_entries.py" />
            <source>GNSS stations</source>
            <translation>GNSS 测站</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Heights from Import GNSS series, used at the stations themselves, with the displacement or without it (enkf_3d, letkf). With displacement of unknown reference they say what moves the whole frame.</source>
            <translation>“导入 GNSS 序列”得到的高度，在测站处使用，可与位移一起或单独使用（enkf_3d、letkf）。与参考未知的位移一起时，它们说明整个图幅的共同运动。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Error of station heights (mm)</source>
            <translation>测站高度误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of what their formal errors do not know, such as other loads; added to them.</source>
            <translation>其形式误差所不知的部分（如其他负荷）的标准差；与形式误差相加。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: the best that these data allow, by an exact smoother without an ensemble, whose errors are found from the data; of members it corrects the mean, and the land model follows it (runs in parts or of less than a year: enkf_3d with stations, else enkf_1d). exact: the same by name. paper: the filter of Chen et al. (2022) with all its choices. </source>
            <translation>auto：这些数据所能给出的最佳估计，采用不需集合的精确平滑器，其误差由数据求得；对于集合成员，它改正其均值，陆面模型随之更新（分段运行或不足一年的运行：有测站时为 enkf_3d，否则为 enkf_1d）。exact：同上，按名称选择。paper：Chen 等（2022）的滤波器及其全部设置。 </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>enkf_1d: the paper's filter, each cell by its own observation, with perturbed observations; ensrf_1d: the same without drawing them; enkf_3d: all observations correct all cells in reach; letkf: the same by local transforms, slower.</source>
            <translation>enkf_1d：论文的滤波，每个单元用自己的观测，观测加扰动；ensrf_1d：相同但不抽取扰动；enkf_3d：全部观测修正所及的所有单元；letkf：用局部变换做同样的事，较慢。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: smoother for the best estimate, one_step for the others. </source>
            <translation>auto：最佳估计用 smoother，其他用 one_step。 </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>one_step: each epoch corrects its own state; two_step_equal: the days since the epoch before, in equal parts; enks: a smoother, which corrects the epochs before, too.</source>
            <translation>one_step：每个历元修正自己的状态；two_step_equal：自上一历元以来的各天，等分；enks：平滑器，也修正之前的历元。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Lag of the smoother (days)</source>
            <translation>平滑器的滞后（天）</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>How far back the smoother corrects.</source>
            <translation>平滑器向前修正多远。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Size of the ensemble (24 in the paper). A storage file with members keeps its own.</source>
            <translation>集合的大小（论文中为 24）。带成员的储量文件保留自己的成员。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Localization (km)</source>
            <translation>局地化 (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Distance from which on an observation says nothing of a cell (enkf_3d, letkf). 0: no limit.</source>
            <translation>超过此距离，观测对单元不再起作用（enkf_3d、letkf）。0：无限制。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Inflation</source>
            <translation>膨胀</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Factor on the spread before each analysis. 24 members lose about 3 % of it; 1: none.</source>
            <translation>每次分析前离散度的放大因子。24 个成员约损失 3 %；1：无。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Relaxation to prior spread</source>
            <translation>向先验离散度松弛</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Part of the spread lost in an analysis that is given back. 0: none.</source>
            <translation>分析中损失的离散度归还的比例。0：无。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Reference of the displacement</source>
            <translation>形变的参考</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>auto: as the files say, each frame tied by all stations; for filters with members absolute. </source>
            <translation>auto：按文件所述，每个图幅由所有测站固定；用于带成员的滤波时为 absolute。 </translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>absolute: nothing common to all cells is in error; tied: by GNSS, with the error of the tie; unknown: relative to an area whose own motion nobody knows - then little can be said of storage.</source>
            <translation>absolute：没有各单元共有的误差；tied：由 GNSS 固定，带有固定误差；unknown：相对于自身运动未知的区域，此时对储量几乎不能说明什么。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Error of the tie (mm)</source>
            <translation>固定误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of what a tied frame is off by at an epoch; 2 to 5 mm for GNSS.</source>
            <translation>固定后的图幅在一个历元的偏差的标准差；GNSS 为 2 至 5 mm。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Length of observation errors (km)</source>
            <translation>观测误差的长度 (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Atmosphere: 50 to 100 km. 0: independent cells. The one-dimensional filters cannot use it.</source>
            <translation>大气：50 至 100 km。0：单元相互独立。一维滤波无法使用它。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Independent part of the error</source>
            <translation>误差的独立部分</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Part of the variance that is a cell's own where errors are correlated.</source>
            <translation>误差相关时，单元自身所占的方差比例。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Seasonal bias (mm)</source>
            <translation>季节性偏差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of a yearly error that all cells share, of atmosphere or other loads; 2 to 3 mm where the frame is not tied. 0: none.</source>
            <translation>所有单元共有的年周期误差（大气或其他负荷）的标准差；图幅未固定时为 2 至 3 mm。0：无。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>A plane was taken out of each epoch</source>
            <translation>每个历元已去掉一个平面</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Then nothing is known along it, and predictions are treated alike.</source>
            <translation>这样沿该平面一无所知，预测值做同样处理。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Periods not to be used</source>
            <translation>不使用的时段</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Such as an earthquake's months: 2016-05-01..2016-06-30, separated by commas.</source>
            <translation>例如地震所在的月份：2016-05-01..2016-06-30，用逗号分隔。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Remove trends</source>
            <translation>去除趋势</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Take a linear trend out of observed and predicted displacement. A drought's trend goes with it.</source>
            <translation>从观测形变和预测形变中去掉线性趋势。干旱的趋势也随之去掉。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Error memory (days)</source>
            <translation>误差记忆（天）</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Time after which a correction, and the model's error, has faded to 1/e.</source>
            <translation>修正量和模型误差衰减到 1/e 所需的时间。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Storage error (mm)</source>
            <translation>储量误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of the modelled storage of a cell, from which members are drawn.</source>
            <translation>一个单元的模拟储量的标准差，成员由此抽取。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Length of storage errors (km)</source>
            <translation>储量误差的长度 (km)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Distance over which the model errs alike. It decides how much a cell's displacement says.</source>
            <translation>模型误差相似的距离。它决定一个单元的形变能说明多少。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Kind of storage errors</source>
            <translation>储量误差的类型</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>additive: added to the storage; lognormal: factors, for storage that is positive. Both keep the mean.</source>
            <translation>additive：加在储量上；lognormal：乘以因子，用于为正的储量。两者都保持均值。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>The same seed gives the same analysis, bit for bit, whatever the number of workers.</source>
            <translation>相同的种子给出逐位相同的分析，与工作线程数无关。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source> Empty: found from the data; the paper's value for filters with members.</source>
            <translation> 留空：由数据求得；用于带成员的滤波时取论文的值。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <location filename="../processing/inversion_parameters.py" />
            <source>Observation error (mm)</source>
            <translation>观测误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>Standard deviation of the vertical displacement of a cell at an epoch (9 mm in the paper).</source>
            <translation>一个单元在一个历元的垂直形变的标准差（论文中为 9 mm）。</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>1 Start here</source>
            <translation>1 从这里开始</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>2 Interferograms</source>
            <translation>2 干涉图</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>3 Displacement</source>
            <translation>3 形变</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>4 Water storage</source>
            <translation>4 水储量</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>5 Load and ground motion</source>
            <translation>5 负荷与地面运动</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>6 Assimilation</source>
            <translation>6 同化</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>7 GRACE</source>
            <translation>7 GRACE</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>8 Series and reports</source>
            <translation>8 序列与报告</translation>
        </message>
        <message>
            <location filename="../processing/groups.py" />
            <source>9 Whole chains</source>
            <translation>9 完整流程</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of what their formal errors do not know; added to them.</source>
            <translation>其形式误差所不知的部分的标准差；与形式误差相加。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Error common to all stations (mm)</source>
            <translation>所有测站共有的误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>It cannot be estimated. One millimetre common to all is some 25 to 39 mm of water in the mean.</source>
            <translation>它无法估计。所有测站共有的一毫米相当于均值中约 25 至 39 mm 的水。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Stations to leave out</source>
            <translation>要剔除的测站</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Names, such as those over aquifers; or auto: those that their neighbours refute, which are then named.</source>
            <translation>名称，例如含水层上的测站；或 auto：被相邻测站否定的测站，随后会列出其名称。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>auto: as the files say; absolute; tied: by GNSS, with the error of the tie; unknown: an offset is free at every epoch.</source>
            <translation>auto: 按文件所述；absolute: 绝对；tied: 由 GNSS 绑定，含绑定误差；unknown: 每个历元的偏移量自由。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of the vertical displacement of a frame's cell at an epoch. Empty: as the file states it, or 9 mm.</source>
            <translation>图幅一个格网单元在一个历元的垂直位移标准差。留空：采用文件所述的值，否则为 9 mm。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Atmosphere: 50 to 100 km. 0: independent cells, with which a frame can do harm. Empty: as the file states it, or 0.</source>
            <translation>大气：50 至 100 km。0：单元相互独立，此时图幅可能有害。留空：采用文件所述的值，否则为 0。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Part of the variance that is a cell's own where errors are correlated. Empty: as the file states it, or 0.2.</source>
            <translation>误差相关时单元自身所占的方差比例。留空：采用文件所述的值，否则为 0.2。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation of what a tied frame is off by at an epoch. Empty: as the file states it, or 3 mm.</source>
            <translation>已绑定图幅在一个历元的偏差的标准差。留空：采用文件所述的值，否则为 3 mm。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Then it is free at every epoch.</source>
            <translation>此时它在每个历元都是自由的。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Estimate the errors</source>
            <translation>估计误差</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>A factor on the errors of each kind of data by the same likelihood, between 1/4 and 4.</source>
            <translation>用同一似然为每类数据的误差求一个因子，在 1/4 与 4 之间。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>covariance: with standard deviations; laplacian: the classic way, without them.</source>
            <translation>covariance：带标准差；laplacian：经典方法，不带标准差。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Smoothing of the Laplacian</source>
            <translation>拉普拉斯平滑的强度</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Empty: by cross-validation over all epochs.</source>
            <translation>留空：对所有历元做交叉验证。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Size of the storage's differences (mm)</source>
            <translation>储量差异的大小 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Standard deviation; empty: estimated.</source>
            <translation>标准差；留空：由估计得到。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Length of the storage's differences (km)</source>
            <translation>储量差异的长度 (km)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Empty: estimated, and averaged over lengths.</source>
            <translation>留空：由估计得到，并对各长度取平均。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Size of the common storage (mm)</source>
            <translation>共同储量的大小 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Smoothness of storage</source>
            <translation>储量的平滑度</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Matern's nu. Data cannot tell it; the rough one gives honest intervals.</source>
            <translation>Matern 的 nu。数据无法确定它；较粗糙的一种给出可信的区间。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <location filename="../core/report/study_report.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>each: epochs alone; smooth: storage has a memory; seasonal: a trend and a yearly wave.</source>
            <translation>each：各历元独立；smooth：储量具有记忆；seasonal：一个趋势加一个年周期波。</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Memory (days)</source>
            <translation>记忆时间（天）</translation>
        </message>
        <message>
            <location filename="../processing/inversion_parameters.py" />
            <source>Of storage, where TIME is smooth. Empty: estimated.</source>
            <translation>储量的记忆时间，用于 TIME 为 smooth 时。留空：由估计得到。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/weather_report.py" />
            <source>Weather</source>
            <translation>气象</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>With it the land model runs, and storage is only the load outside its columns, without which the effect of that load is taken for water inside. A file, or the path of a folder with weather files; it should begin months before the first epoch, so that the members part.</source>
            <translation>给出后将运行陆面模型，储量只是其柱以外的负荷；若缺少，该负荷的作用会被当作区内的水。一个文件，或气象文件所在文件夹的路径；应在首个历元之前数月开始，使成员分散开。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Soil, topography and vegetation of the columns, one or more a cell of the EASE-Grid 2.0.</source>
            <translation>柱的土壤、地形和植被，EASE-Grid 2.0 的每个单元一个或多个。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Numbers of the preset to change, such as catdef.degrees=3, catdef.std=0.08: errors that reach over many cells, without which the mean of an area cannot be corrected. States are per hour.</source>
            <translation>要修改的预设数值，如 catdef.degrees=3, catdef.std=0.08：使误差延及许多单元，否则区域均值无法得到修正。状态为每小时。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Increments of the stores</source>
            <translation>各储库的增量</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>ensemble: soil water and snow each by their own covariance with the displacement; rescale: all by one factor. What a store cannot take goes to the others.</source>
            <translation>ensemble：土壤水和雪各按其与形变的协方差；rescale：全部按同一因子。一个储库容纳不下的部分转给其他储库。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>FORCING and PARAMETERS go together: give both to run the land model, or INPUT alone.</source>
            <translation>FORCING 和 PARAMETERS 须一起给出：两者都给以运行陆面模型，或只给 INPUT。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Give INPUT (storage), or FORCING and PARAMETERS to run the land model.</source>
            <translation>请给出 INPUT（储量），或 FORCING 和 PARAMETERS 以运行陆面模型。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Give OBSERVATIONS (displacement), STATIONS (GNSS), or both.</source>
            <translation>请给出 OBSERVATIONS（位移）、STATIONS (GNSS)，或两者。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Weather (*.nc *.nc4 *.csv *.zip *.grib *.grb);;All files (*)</source>
            <translation>气象 (*.nc *.nc4 *.csv *.zip *.grib *.grb);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Parameters (*.nc *.nc4 *.csv *.json);;All files (*)</source>
            <translation>参数 (*.nc *.nc4 *.csv *.json);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>A file, or the path of a folder with weather files.</source>
            <translation>一个文件，或气象文件所在文件夹的路径。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Of the land model's columns: the places where the weather is looked at. Empty: places spread over what the files cover.</source>
            <translation>陆面模型各柱体的位置：在这些地点检查气象数据。留空：在文件覆盖范围内分散选取地点。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Other precipitation</source>
            <translation>其他降水</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>IMERG, CHIRPS, GPCP or MSWEP: a file or the path of a folder, used instead of the weather's own.</source>
            <translation>IMERG、CHIRPS、GPCP 或 MSWEP：一个文件或文件夹的路径，代替气象数据自带的降水。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>For parameters that come with longitude and latitude; others lie on a grid already.</source>
            <translation>用于以经纬度给出的参数；其他参数已在格网上。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Amounts of ERA5</source>
            <translation>ERA5 的累积量</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>What ERA5's sums (tp, ssrd, strd) are sums of. auto: as the values show (ERA5-Land's rise from 00 UTC on and fall after it); hour: the hour before the time; step: since the time before; day: since 00 UTC.</source>
            <translation>ERA5 的累积量（tp、ssrd、strd）是什么时段的总和。auto：按数值所示（ERA5-Land 的数值从 00 UTC 起上升，之后回落）；hour：该时刻之前的一小时；step：自上一时刻起；day：自 00 UTC 起。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Times of means</source>
            <translation>均值的时刻</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Where in its interval the time of a mean lies. auto: by its bounds, or as the product has it.</source>
            <translation>均值的时刻位于其时段的何处。auto：按其边界，或按产品的惯例。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Clock of the weather (h ahead of UTC)</source>
            <translation>气象的时钟（比 UTC 早的小时数）</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Empty: as the files say; FLUXNET's local time is found by the sun.</source>
            <translation>留空：按文件所述；FLUXNET 的地方时由太阳位置求得。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Height of measurement (m)</source>
            <translation>测量高度 (m)</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Of temperature, humidity and wind above the ground. 0: as the files or the product say.</source>
            <translation>气温、湿度和风的离地高度。0：按文件或产品所述。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Units of the weather</source>
            <translation>气象的单位</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Where the files have none or wrong ones, such as Rainf=mm/h, Tair=degC.</source>
            <translation>用于文件中没有单位或单位有误时，如 Rainf=mm/h, Tair=degC。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Years of spin-up</source>
            <translation>预热年数</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>At most so many runs through the first year; it ends earlier where storage changes by less than 1 mm.</source>
            <translation>至多将首年重复运行这么多次；储量变化小于 1 mm 时提前结束。</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>Version of the model</source>
            <translation>模型版本</translation>
        </message>
        <message>
            <location filename="../processing/land_parameters.py" />
            <source>fortuna: LISF F2.5 with GEOS's humidity derivative; the others are settings of other versions.</source>
            <translation>fortuna：LISF F2.5 并采用 GEOS 的湿度导数；其余为其他版本的设置。</translation>
        </message>
        <message>
            <location filename="../processing/layers.py" />
            <source>Without the temporal controller: {}</source>
            <translation>未使用时态控制器时显示：{}</translation>
        </message>
        <message>
            <location filename="../processing/layers.py" />
            <location filename="../ui/sources.py" />
            <source>synthetic</source>
            <translation>合成</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Unit where a file has none</source>
            <translation>文件没有单位时的单位</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>mm, cm, m or kg m-2. Empty: as the files say; a file without a unit is then refused.</source>
            <translation>mm、cm、m 或 kg m-2。留空：按文件所述；没有单位的文件此时会被拒绝。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>NetCDF files (*.nc)</source>
            <translation>NetCDF 文件 (*.nc)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>CSV files (*.csv)</source>
            <translation>CSV 文件 (*.csv)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <location filename="../ui/dock_widgets.py" />
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>HTML files (*.html)</source>
            <translation>HTML 文件 (*.html)</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Extent</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Only this part is read. Empty: everything. On the command line: west,east,south,north in degrees.</source>
            <translation>只读取这一部分。空：全部。命令行格式：以度为单位的 west,east,south,north。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>First date</source>
            <translation>首日期</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Nothing earlier is read. Empty: from the beginning.</source>
            <translation>更早的不读取。空：从头开始。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Nothing later is read. Empty: to the end.</source>
            <translation>更晚的不读取。空：直到结束。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Unit of {}</source>
            <translation>{} 的单位</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>file: as the file says, in the names of its columns (up_mm, height (m)) or a remark '# unit: mm'.</source>
            <translation>file：按文件的列名（up_mm、height (m)）或注释 '# unit: mm' 所述。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Columns of {}</source>
            <translation>{} 的列</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Names of a table's columns in their order, for tables without a header: date,-,north_m,east_m,up_m ('-' for one to pass over). Empty: as the header says.</source>
            <translation>表的各列名称，按顺序，用于没有表头的表：date,-,north_m,east_m,up_m（'-' 表示略过的列）。留空：按表头所述。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Workers</source>
            <translation>工作线程</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Threads or processes that compute at the same time. The result does not depend on it.</source>
            <translation>同时计算的线程或进程数。结果与之无关。</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Add styled layers to the project</source>
            <translation>将带样式的图层加入工程</translation>
        </message>
        <message>
            <location filename="../processing/parameters.py" />
            <source>Add the results to the map with a style and, for series, with their dates.</source>
            <translation>将结果加入地图并附样式；序列还带有日期。</translation>
        </message>
        <message>
            <location filename="../processing/point_layers.py" />
            <source>{} of {} points are shown.</source>
            <translation>显示了 {} 个点（共 {} 个）。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed.</source>
            <translation>必需。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Displacement alone is relative: nothing tells what moves the whole frame, and the storage will stay nearly as it is. A vertical series of the reference area, GNSS stations, or GRACE as data would change that.</source>
            <translation>仅有形变时结果是相对的:没有数据能说明整帧的共同运动,储量将几乎保持原样。参考区的垂直序列、GNSS 测站或作为数据的 GRACE 可改变这一点。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>With GRACE the result can be judged by data of another kind.</source>
            <translation>有了 GRACE,就能用另一类数据评判结果。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Delays of GACOS take much of the air out of the displacement.</source>
            <translation>GACOS 延迟能去除形变中的大部分大气影响。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>This is a file: choose a folder.</source>
            <translation>这是一个文件:请选择文件夹。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>You may not write in {}: choose another folder.</source>
            <translation>您无权写入 {}:请选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Write longitude and latitude in degrees with a comma between: 100.23,25.58.</source>
            <translation>请以度为单位写经度和纬度,中间用逗号:100.23,25.58。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>A latitude of {lat:g} does not exist. Longitude comes first: did you mean {lat:g},{lon:g}?</source>
            <translation>纬度 {lat:g} 不存在。经度在前:您是指 {lat:g},{lon:g} 吗?</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>A latitude of {:g} does not exist.</source>
            <translation>纬度 {:g} 不存在。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Longitude comes first: {lat:g},{lon:g} lies in the frame, {lon:g},{lat:g} does not.</source>
            <translation>经度在前:{lat:g},{lon:g} 位于帧内,{lon:g},{lat:g} 不在。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>This place lies outside the frame, which reaches from {west:.2f} to {east:.2f} E and from {south:.2f} to {north:.2f} N.</source>
            <translation>该地点在帧外;帧的范围为东经 {west:.2f} 至 {east:.2f},北纬 {south:.2f} 至 {north:.2f}。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>{part} covers no time of GRACE, which has {first} to {last}.</source>
            <translation>{part} 不含 GRACE 的任何时间;GRACE 为 {first} 至 {last}。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>The region lies outside the frame, where there is no displacement.</source>
            <translation>该区域在帧外,那里没有形变。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>It has {first} to {last}, and the interferograms {start} to {end}: no common time.</source>
            <translation>它的时间为 {first} 至 {last},干涉图为 {start} 至 {end}:没有共同时间。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed without a model: displacement is relative, and nothing tells what moves the whole frame. Give GNSS stations, a vertical series of the reference area, or GRACE as data.</source>
            <translation>不用模型时必需:形变是相对的,没有数据能说明整帧的共同运动。请给出 GNSS 测站、参考区的垂直序列,或作为数据的 GRACE。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed with the Catchment model: its states cannot be corrected by displacement that is relative. Give GNSS stations or a vertical series of the reference area.</source>
            <translation>使用 Catchment 模型时必需:相对形变不能修正其状态。请给出 GNSS 测站或参考区的垂直序列。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>Needed: it is to be used as data.</source>
            <translation>必需:它将作为数据使用。</translation>
        </message>
        <message>
            <location filename="../processing/study_check.py" />
            <source>The Catchment model does not take GRACE as data: switch this off, or give storage from a file.</source>
            <translation>Catchment 模型不接受 GRACE 作为数据:请关闭此项,或从文件给出储量。</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Groundswell time series</source>
            <translation>Groundswell 时间序列</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Eight series are kept: remove one first.</source>
            <translation>已保留八条序列:请先移除一条。</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Load a result of Groundswell into the project, or open a file, then click on the map.</source>
            <translation>将 Groundswell 的结果加载到工程中，或打开一个文件，然后在地图上单击。</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Click on the map to see the series there.</source>
            <translation>在地图上单击以查看该处的序列。</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Choose a file with series first.</source>
            <translation>请先选择一个含序列的文件。</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Open a file with series</source>
            <translation>打开含序列的文件</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>{} is not a file with series from Groundswell: choose a displacement, storage or analysis file.</source>
            <translation>{} 不是 Groundswell 的序列文件：请选择形变、储量或分析文件。</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates of steps such as earthquakes (2016-05-18, 2018-10-02); empty for none:</source>
            <translation>地震等阶跃的日期（2016-05-18, 2018-10-02）；空表示没有：</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates of the profile</source>
            <translation>剖面的日期</translation>
        </message>
        <message>
            <location filename="../ui/dock_memory.py" />
            <source>Dates to draw beside the map's (2018-06-01, 2019-06-01); empty: evenly:</source>
            <translation>与地图日期一起绘制的日期(2018-06-01, 2019-06-01);留空则均匀选取:</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Groundswell file whose series are shown</source>
            <translation>显示其序列的 Groundswell 文件</translation>
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
            <translation>绘制在同一坐标轴上的 GRACE 储量</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open...</source>
            <translation>打开...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open a file that is not in the project (Alt+O)</source>
            <translation>打开不在工程中的文件 (Alt+O)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Chart of the series</source>
            <translation>序列图</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Point</source>
            <translation>点</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Click on the map to see the series there (Alt+P)</source>
            <translation>在地图上单击以查看该处的序列 (Alt+P)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Area</source>
            <translation>面</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw a polygon on the map to see its mean: click its corners, end with a right click (Alt+A)</source>
            <translation>在地图上绘制多边形以查看其均值：单击各顶点，右键结束 (Alt+A)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Profile</source>
            <translation>剖面</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw a line on the map to see the values along it: click its corners, end with a right click (Alt+L)</source>
            <translation>在地图上画一条线,查看沿线的数值:逐点单击,右键结束 (Alt+L)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Dates of the profile...</source>
            <translation>剖面的日期...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Reference</source>
            <translation>参考</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Click on the map to see displacement relative to that place; press again to undo (Alt+R)</source>
            <translation>在地图上单击以查看相对于该处的形变；再按一次取消 (Alt+R)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Hold</source>
            <translation>保留</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Keep this series in the chart to compare others with it (Alt+H)</source>
            <translation>将此序列保留在图中，以便与其他序列比较 (Alt+H)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Drop the kept series (Alt+C)</source>
            <translation>清除保留的序列 (Alt+C)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>More files</source>
            <translation>更多文件</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw the series of further files at the same place</source>
            <translation>在同一地点绘制其他文件的序列</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Innovations</source>
            <translation>新息</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Draw the normalized innovations of an analysis below (Alt+I)</source>
            <translation>在下方绘制分析的归一化新息 (Alt+I)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Open the report that lies beside the file (Alt+T)</source>
            <translation>打开文件旁边的报告 (Alt+T)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/picture.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Fit a model to the series and draw its residuals</source>
            <translation>为序列拟合模型并绘制残差</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Rate</source>
            <translation>速率</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Annual cycle</source>
            <translation>年周期</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Steps...</source>
            <translation>阶跃...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Save the series as a table, or the chart as a picture</source>
            <translation>将序列保存为表，或将图表保存为图片</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Series as CSV...</source>
            <translation>序列存为 CSV...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Chart as PNG, SVG or PDF...</source>
            <translation>图表存为 PNG、SVG 或 PDF...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Map over time as GIF or MP4...</source>
            <translation>地图随时间变化,存为 GIF 或 MP4...</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Page</source>
            <translation>版面</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Make a page to print with map, chart and legend (Alt+G)</source>
            <translation>制作带地图、图表和图例的打印版面 (Alt+G)</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>an interferogram stack of Groundswell</source>
            <translation>Groundswell 的干涉图堆栈</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of Groundswell</source>
            <translation>Groundswell 的形变序列</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>gridded displacement of Groundswell</source>
            <translation>Groundswell 的格网形变</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>water storage of Groundswell</source>
            <translation>Groundswell 的水储量</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>an analysis of Groundswell</source>
            <translation>Groundswell 的分析</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GRACE storage of Groundswell</source>
            <translation>Groundswell 的 GRACE 储量</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GNSS stations of Groundswell</source>
            <translation>Groundswell 的 GNSS 测站</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms in LiCSAR layout</source>
            <translation>LiCSAR 布局的干涉图</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of HyP3</source>
            <translation>HyP3 的干涉图</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of NISAR</source>
            <translation>NISAR 的干涉图</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of ARIA</source>
            <translation>ARIA 的干涉图</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms of MintPy</source>
            <translation>MintPy 的干涉图</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>interferograms, a folder or raster a pair</source>
            <translation>干涉图，每个干涉对一个文件夹或栅格</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>displacement of OPERA DISP-S1</source>
            <translation>OPERA DISP-S1 的形变</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>displacement of the European Ground Motion Service</source>
            <translation>欧洲地面运动服务 (European Ground Motion Service) 的形变</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of MintPy</source>
            <translation>MintPy 的形变序列</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>several displacement series of MintPy</source>
            <translation>MintPy 的多个形变序列</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>look vectors of MintPy</source>
            <translation>MintPy 的视向矢量</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a displacement series of LiCSBAS</source>
            <translation>LiCSBAS 的形变序列</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>rasters of displacement named by dates</source>
            <translation>以日期命名的形变栅格</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a table of displacement at points</source>
            <translation>点上的形变表</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>a layer of displacement at points</source>
            <translation>点上的形变图层</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>tropospheric delays of GACOS</source>
            <translation>GACOS 的对流层延迟</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GNSS series</source>
            <translation>GNSS 序列</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>GRACE harmonics</source>
            <translation>GRACE 球谐系数</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>water storage of a land model</source>
            <translation>陆面模型的水储量</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>weather</source>
            <translation>气象</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>{}: nothing that Groundswell knows.</source>
            <translation>{}：不是 Groundswell 所知的内容。</translation>
        </message>
        <message>
            <location filename="../ui/dropping.py" />
            <source>{name}: {what}. The step that takes it: {step}.</source>
            <translation>{name}：{what}。使用它的步骤：{step}。</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the series</source>
            <translation>保存序列</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the chart</source>
            <translation>保存图表</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Save the map over time</source>
            <translation>保存地图随时间的变化</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Drawing the map at each date...</source>
            <translation>正在绘制每个日期的地图...</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Groundswell {version}. {band}</source>
            <translation>Groundswell {version}。{band}</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Synthetic data.</source>
            <translation>合成数据。</translation>
        </message>
        <message>
            <location filename="../ui/exports.py" />
            <source>Saved {}</source>
            <translation>已保存 {}</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>{}: a film is a GIF or MP4; choose one of these endings.</source>
            <translation>{}:动画为 GIF 或 MP4,请选择其中一种扩展名。</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>MP4 needs the program ffmpeg, which this system does not have: choose GIF.</source>
            <translation>MP4 需要 ffmpeg 程序,而本系统没有:请选择 GIF。</translation>
        </message>
        <message>
            <location filename="../ui/film.py" />
            <source>The map shows no layer with dates: load a series, and switch its layer on.</source>
            <translation>地图上没有带日期的图层:请加载一个序列,并打开其图层。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Study</source>
            <translation>研究</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Folder of the study</source>
            <translation>研究文件夹(&amp;F)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Title</source>
            <translation>标题(&amp;T)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Comes fro&amp;m</source>
            <translation>来源(&amp;M)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Interferograms</source>
            <translation>干涉图(&amp;I)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>P&amp;roduct</source>
            <translation>产品(&amp;R)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>G&amp;ACOS delays</source>
            <translation>GACOS 延迟(&amp;A)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>R&amp;eference place</source>
            <translation>参考地点(&amp;E)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Vertical series there</source>
            <translation>该处的垂直序列(&amp;V)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Fastest motion &amp;kept</source>
            <translation>保留的最快运动(&amp;K)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <location filename="../core/report/analysis_report.py" />
            <source>Water storage</source>
            <translation>水储量</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Storage to &amp;correct</source>
            <translation>待修正的储量(&amp;C)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Parameters of the co&amp;lumns</source>
            <translation>各柱的参数(&amp;L)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Weather</source>
            <translation>气象(&amp;W)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <location filename="../ui/study_inputs_page.py" />
            <source>Land-model &amp;storage</source>
            <translation>陆面模型储量(&amp;S)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Other data</source>
            <translation>其他数据</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GNSS stati&amp;ons</source>
            <translation>GNSS 测站(&amp;O)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;GRACE</source>
            <translation>&amp;GRACE</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GRACE as data</source>
            <translation>GRACE 作为数据</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Regio&amp;n (polygons)</source>
            <translation>区域（多边形）(&amp;N)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>&amp;Periods</source>
            <translation>时段(&amp;P)</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of the study</source>
            <translation>研究文件夹</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>A new or empty folder: everything that the study makes is written there. That of a study begun before takes it up.</source>
            <translation>新的或空的文件夹:研究产生的一切都写在那里。选择先前研究的文件夹可继续该研究。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Stands over the report, such as the region and the years.</source>
            <translation>显示在报告上方,例如地区和年份。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of unwrapped interferograms: LiCSAR, HyP3, NISAR, ARIA, MintPy's stack, or rasters named by two dates. Fetch a LiCSAR frame downloads one.</source>
            <translation>解缠干涉图的文件夹:LiCSAR、HyP3、NISAR、ARIA、MintPy 的数据集,或以两个日期命名的栅格。“获取 LiCSAR 帧”可下载一帧。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Finished displacement: a folder of OPERA DISP-S1 or EGMS files, MintPy's or LiCSBAS's series, rasters named by dates, a table or layer of points with dates.</source>
            <translation>成品形变:OPERA DISP-S1 或 EGMS 文件夹、MintPy 或 LiCSBAS 的序列、以日期命名的栅格、带日期的点表或点图层。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GACOS delays</source>
            <translation>GACOS 延迟</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Folder of delays of the air (.ztd or .ztd.tif), one a date: they are subtracted.</source>
            <translation>大气延迟的文件夹(.ztd 或 .ztd.tif),每个日期一个:将被减去。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Where the ground moves least or a GNSS station stands: all displacement is relative to it. Longitude first, in degrees.</source>
            <translation>地面运动最小或有 GNSS 测站的地点:所有形变都相对于它。经度在前,单位为度。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>longitude,latitude; empty: chosen automatically</source>
            <translation>经度,纬度；空：自动选择</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Vertical series there</source>
            <translation>该处的垂直序列</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Vertical motion of the reference place: a table date,up_mm or the series of a GNSS station. With it displacement is absolute; interferograms alone cannot tell what moves the whole frame.</source>
            <translation>参考地点的垂直运动:date,up_mm 表或 GNSS 测站的序列。有了它形变是绝对的;仅凭干涉图无法知道整帧的共同运动。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>needed for the Catchment model</source>
            <translation>Catchment 模型需要</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Parameters of the columns</source>
            <translation>各柱的参数</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Soil, topography and vegetation of the land model's columns. Estimate land model parameters makes them from maps.</source>
            <translation>陆面模型各柱的土壤、地形和植被。“估计陆面模型参数”可由地图生成。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Rain, radiation, temperature, humidity, wind and pressure: a file, or a folder of files as they were downloaded (ERA5-Land, GLDAS, MERRA-2).</source>
            <translation>降雨、辐射、温度、湿度、风和气压:一个文件,或按下载原样的文件夹(ERA5-Land、GLDAS、MERRA-2)。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Water storage of a land model (GLDAS CLSM or Noah, MERRA-2, any NetCDF file with storage): a file, or a folder with one file a day or month. It should reach some hundred kilometres beyond the frame.</source>
            <translation>陆面模型的水储量(GLDAS CLSM 或 Noah、MERRA-2、任何含储量的 NetCDF 文件):一个文件,或每日或每月一个文件的文件夹。应超出帧数百公里。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Heights of GNSS stations in the region: series as they were downloaded, a table station,lon,lat,date,up_mm, or the result of Import GNSS series. They tell what moves the whole frame, and judge the result.</source>
            <translation>区域内 GNSS 测站的高程:按下载原样的序列、station,lon,lat,date,up_mm 表,或“导入 GNSS 序列”的结果。它们说明整帧的共同运动,并评判结果。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>GRACE mascons, grids or a folder of harmonics: the result is compared with them.</source>
            <translation>GRACE 质量瘤、格网或球谐系数文件夹:结果与之比较。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Region (polygons)</source>
            <translation>区域（多边形）</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Over which storage is averaged, judged and compared. Empty: all cells with displacement.</source>
            <translation>在其上对储量求平均、评判和比较的区域。留空:所有有形变的格网。</translation>
        </message>
        <message>
            <location filename="../ui/guided_entries.py" />
            <source>Of which the comparison is told each by itself: first and last date with two dots between, periods separated by commas.</source>
            <translation>分别给出比较结果的时段:首末日期之间用两个点,时段之间用逗号。</translation>
        </message>
        <message>
            <location filename="../ui/guided_example.py" />
            <source>The example could not be made; see the log messages of QGIS.</source>
            <translation>示例无法生成;请查看 QGIS 的日志消息。</translation>
        </message>
        <message>
            <location filename="../ui/guided_example.py" />
            <source>Example (synthetic data)</source>
            <translation>示例(合成数据)</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <location filename="../core/report/headline.py" />
            <source>Found</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <location filename="../core/report/headline.py" />
            <source>How sure</source>
            <translation>可信程度</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>What would help more</source>
            <translation>还需要什么</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>A vertical series of the reference area, or GNSS stations: they tell what moves the frame.</source>
            <translation>参考区的垂直序列或 GNSS 测站:它们说明整帧的共同运动。</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GNSS stations: each can be foretold by all other data, which shows what the result is worth.</source>
            <translation>GNSS 测站:每个都可由其余所有数据预测,从而说明结果的价值。</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GRACE, to compare with or as data.</source>
            <translation>GRACE,用于比较或作为数据。</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>GRACE as data: months that are withheld then judge the result.</source>
            <translation>GRACE 作为数据:由留出的月份评判结果。</translation>
        </message>
        <message>
            <location filename="../ui/guided_outcome.py" />
            <source>Storage of a land model, to be corrected by this displacement.</source>
            <translation>陆面模型的储量,由此形变加以修正。</translation>
        </message>
        <message>
            <location filename="../ui/guided_picks.py" />
            <source>drawn on the map</source>
            <translation>在地图上绘制</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>What was found: {}</source>
            <translation>找到：{}</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>Choose a folder instead of a file</source>
            <translation>选择文件夹而不是文件</translation>
        </message>
        <message>
            <location filename="../ui/guided_rows.py" />
            <source>There is no such file or folder.</source>
            <translation>没有这样的文件或文件夹。</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Kept series</source>
            <translation>保留的序列</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>F2 renames, Del removes, a right click has more; ticked series are drawn</source>
            <translation>F2 重命名,Del 移除,右键有更多选项;勾选的序列会被绘制</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Use its model and reference</source>
            <translation>使用其模型和参考</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Give it the dock's model and reference</source>
            <translation>赋予停靠窗的模型和参考</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Export the selected as CSV...</source>
            <translation>将所选导出为 CSV...</translation>
        </message>
        <message>
            <location filename="../ui/kept.py" />
            <source>Export all as CSV...</source>
            <translation>全部导出为 CSV...</translation>
        </message>
        <message>
            <location filename="../ui/layer_group.py" />
            <source>Groundswell</source>
            <translation>Groundswell</translation>
        </message>
        <message>
            <location filename="../ui/map_tools.py" />
            <source>This is no place on Earth in the map's reference system. Set the project's reference system (lower right of the window) and click again.</source>
            <translation>在地图的坐标参考系中这不是地球上的地点。请设置工程的坐标参考系(窗口右下角),然后再次单击。</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>Layers</source>
            <translation>图层</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>Take the file of a layer of the project</source>
            <translation>使用工程中某图层的文件</translation>
        </message>
        <message>
            <location filename="../ui/parameter_widgets.py" />
            <source>No layer of the project shows such a file</source>
            <translation>工程中没有图层显示此类文件</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Band: one standard deviation of the pixels in the cell.</source>
            <translation>色带：单元内像元的一倍标准差。</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Shaded: one standard deviation of the analysis' members; dotted: of the open loop's.</source>
            <translation>阴影：分析成员的一倍标准差；点线：开环成员的一倍标准差。</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Band: one standard deviation.</source>
            <translation>色带：一倍标准差。</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Residual</source>
            <translation>残差</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Model of {}</source>
            <translation>{} 的模型</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>{} holds another quantity and is not drawn.</source>
            <translation>{} 含另一种量,未绘制。</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Kept series of another quantity are not drawn.</source>
            <translation>另一种量的保留序列未绘制。</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Place and reference have no date in common.</source>
            <translation>该处与参考没有共同日期。</translation>
        </message>
        <message>
            <location filename="../ui/picture.py" />
            <source>Relative to {}.</source>
            <translation>相对于 {}。</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>area around {}</source>
            <translation>{} 周围的区域</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>Open loop</source>
            <translation>开环</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>{} is gone: choose another file.</source>
            <translation>{} 已不存在：请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>{file} has no data at {place}: the place was masked or never observed. Click somewhere else.</source>
            <translation>{file} 在 {place} 没有数据：该处被掩膜或从未观测。请单击其他位置。</translation>
        </message>
        <message>
            <location filename="../ui/place.py" />
            <source>Normalized innovation</source>
            <translation>归一化新息</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>The template {} is missing: install the plugin again.</source>
            <translation>缺少模板 {}：请重新安装插件。</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>The template {} does not fit this plugin: install it again.</source>
            <translation>模板 {} 与此插件不符：请重新安装。</translation>
        </message>
        <message>
            <location filename="../ui/print_layout.py" />
            <source>centre {}</source>
            <translation>中心 {}</translation>
        </message>
        <message>
            <location filename="../ui/profile.py" />
            <source>{} has no data along this line: draw it across the data.</source>
            <translation>{} 沿此线没有数据:请画过有数据处。</translation>
        </message>
        <message>
            <location filename="../ui/profile.py" />
            <source>Switch on the temporal controller to see the date of the map, too.</source>
            <translation>打开时态控制器,即可同时看到地图的日期。</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>analysis</source>
            <translation>分析</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>storage</source>
            <translation>储量</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>vertical displacement</source>
            <translation>垂直形变</translation>
        </message>
        <message>
            <location filename="../ui/sources.py" />
            <source>displacement</source>
            <translation>形变</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study and its data</source>
            <translation>研究及其数据</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What is missing or wrong stands below each entry; Next waits for it. Rest the pointer on an entry to read what it is for. The folder of an earlier study takes it up where it stopped.</source>
            <translation>缺少或有误之处显示在每项下方;“下一步”等待其改正。将指针停在某项上可查看其用途。选择先前研究的文件夹可继续该研究。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Load the example</source>
            <translation>加载示例(&amp;L)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Make a small study area with synthetic data and a known truth, and fill in everything below.</source>
            <translation>生成一个真值已知的小型合成数据研究区,并填写下面的所有项。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Progress of the example</source>
            <translation>示例的进度</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What is missing</source>
            <translation>缺少什么</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Map</source>
            <translation>地图</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Pick the place on the map</source>
            <translation>在地图上选取地点</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Draw</source>
            <translation>绘制</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Draw the region on the map</source>
            <translation>在地图上绘制区域</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Storage outside the columns</source>
            <translation>柱以外的储量(&amp;S)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Still missing or wrong: {}.</source>
            <translation>仍缺少或有误:{}。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Everything that the study needs is there.</source>
            <translation>研究所需的一切都已具备。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A new study.</source>
            <translation>新研究。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study that was begun before: it is taken up where it stopped.</source>
            <translation>先前已开始的研究：从停止处继续。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Interferograms, inverted here</source>
            <translation>干涉图,在此反演</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A finished product (OPERA, EGMS, MintPy, LiCSBAS, ...)</source>
            <translation>成品(OPERA、EGMS、MintPy、LiCSBAS 等)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Where the displacement comes from</source>
            <translation>形变的来源</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Folders of interferograms, or displacement that somebody has made already.</source>
            <translation>干涉图文件夹,或他人已制作的形变。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Storage from a file</source>
            <translation>来自文件的储量</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Catchment model, run with weather and parameters</source>
            <translation>Catchment 模型，用气象和参数运行</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>No model: storage from displacement and stations alone</source>
            <translation>无模型:仅由形变和测站求储量</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Nothing: the study ends with displacement</source>
            <translation>无:研究止于形变</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Water storage before the correction</source>
            <translation>修正前的水储量</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>What the displacement corrects. A land model gives the details that the ground cannot tell.</source>
            <translation>形变所修正的对象。陆面模型给出地面无法说明的细节。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source> mm/yr</source>
            <translation> mm/年</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Fastest motion kept</source>
            <translation>保留的最快运动</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Pixels that move faster in the line of sight are left out: wells, landslides and faults are no water load.</source>
            <translation>视线向运动更快的像元被舍弃:水井、滑坡和断层不是水负荷。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Use it as data, too, not for comparison only</source>
            <translation>除比较外,也作为数据使用</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Every fourth month is left out to judge by. The comparison with GRACE is then no independent one.</source>
            <translation>每第四个月留出用于评判。此时与 GRACE 的比较不再独立。</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>The chain</source>
            <translation>流程</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Each step is an algorithm of the toolbox with its defaults; its results lie in the study's folder.</source>
            <translation>每一步都是工具箱中的一个算法，使用默认值；结果放在研究文件夹中。</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <location filename="../core/report/study_report.py" />
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Steps of the study</source>
            <translation>研究的步骤</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Progress of the step</source>
            <translation>当前步骤的进度</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>&amp;Run</source>
            <translation>运行(&amp;R)</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>Cance&amp;l the step</source>
            <translation>取消当前步骤(&amp;L)</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>&amp;Open the report</source>
            <translation>打开报告(&amp;O)</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>What was found, how sure that is, what would help more</source>
            <translation>发现了什么、有多可信、还需要什么</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>to do</source>
            <translation>待办</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../ui/study_run_page.py" />
            <source>The study is done. Its maps are in the project, its report is in its folder.</source>
            <translation>研究已完成。其地图在工程中，报告在其文件夹中。</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>Warning: {}</source>
            <translation>警告：{}</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>Cancelled. The steps before are done; the study can be taken up here.</source>
            <translation>已取消。之前的步骤已完成；研究可从此处继续。</translation>
        </message>
        <message>
            <location filename="../ui/study_runner.py" />
            <source>The step failed; see the log messages of QGIS.</source>
            <translation>该步骤失败；请查看 QGIS 的日志消息。</translation>
        </message>
        <message>
            <location filename="../ui/study_wizard.py" />
            <source>Groundswell: new study</source>
            <translation>Groundswell：新建研究</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>{rate:+.2f} ± {std:.2f} {unit}/yr</source>
            <translation>{rate:+.2f} ± {std:.2f} {unit}/年</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>annual {size:.2f} ± {std:.2f} {unit}, highest on {day}</source>
            <translation>年周期 {size:.2f} ± {std:.2f} {unit}，最高在 {day}</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>step {size:+.2f} ± {std:.2f} {unit} on {day}</source>
            <translation>{day} 阶跃 {size:+.2f} ± {std:.2f} {unit}</translation>
        </message>
        <message>
            <location filename="../core/charts/fits.py" />
            <source>residuals {rms:.2f} {unit} RMS</source>
            <translation>残差均方根 {rms:.2f} {unit}</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Maps of how storage differs from place to place; the mean of the region is not known.</source>
            <translation>储量因地而异的地图;区域平均值未知。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Series that are too short for a season or a trend (less than a year).</source>
            <translation>序列太短(不足一年),无法得到季节变化或趋势。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>区域平均水储量每年在其平均值上下起伏 {amplitude:.0f} mm,约在 {peak} 最高;趋势为每年 {trend:+.0f} mm。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>By the ground's motion alone the mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>仅由地面运动得到,区域平均水储量每年在其平均值上下起伏 {amplitude:.0f} mm,约在 {peak} 最高;趋势为每年 {trend:+.0f} mm。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>By the land model alone the mean water storage of the area rises and falls by {amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year.</source>
            <translation>仅按陆面模型，该区域的平均水储量每年围绕均值升降 {amplitude:.0f} 毫米，约在{peak}达到最高；其趋势为每年 {trend:+.0f} 毫米。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The ground rises and falls by {amplitude:.1f} mm about its mean each year, highest around {peak}; its trend is {trend:+.1f} mm a year.</source>
            <translation>地面每年在其平均值上下起伏 {amplitude:.1f} mm,约在 {peak} 最高;趋势为每年 {trend:+.1f} mm。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The displacement could not correct the storage: what is shown is the storage as it was given.</source>
            <translation>形变未能修正储量:所显示的是给定的储量。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The error of the region's mean is expected to go from {before:.0f} to {after:.0f} mm.</source>
            <translation>区域平均值的误差预计从 {before:.0f} 降至 {after:.0f} mm。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Unbiased RMSD to GRACE: {before:.0f} mm before, {after:.0f} mm after.</source>
            <translation>与 GRACE 的无偏均方根差:之前 {before:.0f} mm,之后 {after:.0f} mm。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>Differences are determined at scales above {:.0f} km.</source>
            <translation>{:.0f} km 以上尺度的差异可以确定。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>withheld months of GRACE</source>
            <translation>留出的 GRACE 月份</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>each of {} stations by all other data</source>
            <translation>{} 个测站各由其余所有数据预测</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The data helped: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches {placebo:.2f} at best.</source>
            <translation>数据有帮助:{kind},失配为之前的 {misfit:.2f};没有信号的形变最好为 {placebo:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/findings/headline.py" />
            <source>The gain is not shown: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches {placebo:.2f}.</source>
            <translation>未能证明有改进:{kind},失配为之前的 {misfit:.2f};没有信号的形变为 {placebo:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No usable interferogram among {count} entries.</source>
            <translation>{count} 个条目中没有可用的干涉图。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Frame {name}: {pairs} interferograms of {dates} dates, {first} to {last}; the longest gap is {gap} days from {start}.</source>
            <translation>图幅 {name}：{dates} 个日期的 {pairs} 幅干涉图，{first} 至 {last}；最长间断从 {start} 起共 {gap} 天。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Entries that are no usable pairs: {count}.</source>
            <translation>不是可用像对的条目：{count} 个。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No line-of-sight vectors (E, N, U): one angle will stand for the whole frame.</source>
            <translation>没有视线向矢量（E、N、U）：整个图幅将使用同一个角度。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>No displacement product that is known here.</source>
            <translation>不是此处已知的位移产品。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Polygons from {west:.2f} to {east:.2f} E and {south:.2f} to {north:.2f} N.</source>
            <translation>多边形范围：东经 {west:.2f} 至 {east:.2f}，北纬 {south:.2f} 至 {north:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>Delays for {there} of the frame's {dates} dates.</source>
            <translation>图幅 {dates} 个日期中有 {there} 个具有延迟数据。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>A file of stations: the one nearest to the reference area is taken.</source>
            <translation>测站文件：采用离参考区最近的测站。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{dates} dates, {first} to {last}; range {size:.0f} mm.</source>
            <translation>{dates} 个日期，{first} 至 {last}；变幅 {size:.0f} mm。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{files} files, {first} to {last}; variables {names}.</source>
            <translation>{files} 个文件，{first} 至 {last}；变量 {names}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{first} to {last}; variables {names}.</source>
            <translation>{first} 至 {last}；变量 {names}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{count} columns on the EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.</source>
            <translation>EASE-Grid 2.0 {grid} 上的 {count} 个柱体，东经 {west:.2f} 至 {east:.2f}，北纬 {south:.2f} 至 {north:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {first} to {last}, every {hours:g} hours.</source>
            <translation>{name}：{first} 至 {last}，每 {hours:g} 小时。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: imported first.</source>
            <translation>{name}：先行导入。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>1 station: {names}; {dates} dates, {first} to {last}.</source>
            <translation>1 个测站：{names}；{dates} 个日期，{first} 至 {last}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{count} stations: {names}; {dates} dates, {first} to {last}.</source>
            <translation>{count} 个测站：{names}；{dates} 个日期，{first} 至 {last}。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {months} months, {first} to {last}; {missing} months between them are missing.</source>
            <translation>{name}：{months} 个月，{first} 至 {last}；其间缺 {missing} 个月。</translation>
        </message>
        <message>
            <location filename="../core/findings/inputs.py" />
            <source>{name}: {months} months, {first} to {last}.</source>
            <translation>{name}：{months} 个月，{first} 至 {last}。</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} January</source>
            <translation>1月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} February</source>
            <translation>2月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} March</source>
            <translation>3月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} April</source>
            <translation>4月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} May</source>
            <translation>5月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} June</source>
            <translation>6月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} July</source>
            <translation>7月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} August</source>
            <translation>8月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} September</source>
            <translation>9月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} October</source>
            <translation>10月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} November</source>
            <translation>11月{day}日</translation>
        </message>
        <message>
            <location filename="../core/language.py" />
            <source>{day} December</source>
            <translation>12月{day}日</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <source>Assimilation of displacement</source>
            <translation>位移同化</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Options</source>
            <translation>选项</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <location filename="../core/report/tuning_report.py" />
            <source>Normalized innovations</source>
            <translation>归一化新息</translation>
        </message>
        <message>
            <location filename="../core/report/analysis_report.py" />
            <source>Where the observations count</source>
            <translation>观测起作用的地方</translation>
        </message>
        <message>
            <location filename="../core/report/catchment_report.py" />
            <source>Land model</source>
            <translation>陆面模型</translation>
        </message>
        <message>
            <location filename="../core/report/catchment_report.py" />
            <source>Fluxes and budgets</source>
            <translation>通量与收支</translation>
        </message>
        <message>
            <location filename="../core/report/check_closure.py" />
            <source>Loop closure</source>
            <translation>闭合环</translation>
        </message>
        <message>
            <location filename="../core/report/check_closure.py" />
            <source>Pixels</source>
            <translation>像元</translation>
        </message>
        <message>
            <location filename="../core/report/check_pairs.py" />
            <source>Rejected</source>
            <translation>已剔除</translation>
        </message>
        <message>
            <location filename="../core/report/check_pairs.py" />
            <location filename="../core/report/import_report.py" />
            <source>All interferograms</source>
            <translation>全部干涉图</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>Checked interferograms</source>
            <translation>已检查的干涉图</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>{rejected} of {pairs} interferograms were rejected.</source>
            <translation>{pairs} 幅干涉图中有 {rejected} 幅被剔除。</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <location filename="../core/report/import_report.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <location filename="../core/report/import_report.py" />
            <source>Coherence and coverage</source>
            <translation>相干性与覆盖率</translation>
        </message>
        <message>
            <location filename="../core/report/check_report.py" />
            <source>Reference area</source>
            <translation>参考区</translation>
        </message>
        <message>
            <location filename="../core/report/comparison_report.py" />
            <location filename="../core/report/study_storage.py" />
            <source>Comparison with GRACE</source>
            <translation>与 GRACE 比较</translation>
        </message>
        <message>
            <location filename="../core/report/comparison_report.py" />
            <source>Cell by cell</source>
            <translation>逐单元</translation>
        </message>
        <message>
            <location filename="../core/report/displacement_report.py" />
            <source>Imported displacement</source>
            <translation>导入的位移</translation>
        </message>
        <message>
            <location filename="../core/report/displacement_report.py" />
            <location filename="../core/report/import_report.py" />
            <location filename="../core/report/inversion_report.py" />
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../core/report/environment_report.py" />
            <source>Groundswell {version} on {system}.</source>
            <translation>Groundswell {version}，运行于 {system}。</translation>
        </message>
        <message>
            <location filename="../core/report/environment_report.py" />
            <source>Environment</source>
            <translation>运行环境</translation>
        </message>
        <message>
            <location filename="../core/report/findings_section.py" />
            <source>Spread and assumed errors</source>
            <translation>离散度与假定误差</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Masked and averaged displacement</source>
            <translation>掩膜并平均后的位移</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Means over cells of the EASE-Grid 2.0 ({grid}), without pixels faster than {limit:g} mm/yr in the line of sight.</source>
            <translation>EASE-Grid 2.0（{grid}）各网格单元的平均值，不含视线向速度超过 {limit:g} mm/yr 的像元。</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Mask</source>
            <translation>掩膜</translation>
        </message>
        <message>
            <location filename="../core/report/gridding_report.py" />
            <source>Cells</source>
            <translation>格网单元</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>No pixel has a velocity.</source>
            <translation>没有任何像元有速度。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{there} of {all} pixels have a velocity; nine of ten lie between {low:+.1f} and {high:+.1f} mm a year, half of them above {middle:+.1f}.</source>
            <translation>{all} 个像元中有 {there} 个有速度；十分之九介于每年 {low:+.1f} 和 {high:+.1f} 毫米之间，一半高于 {middle:+.1f}。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{used} of {total} interferograms are good enough to be used.</source>
            <translation>{total} 幅干涉图中有 {used} 幅质量合格，可以使用。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>They join all dates.</source>
            <translation>它们把所有日期连接在一起。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Spans of time without any of them: {gaps}; a motion model must bridge these.</source>
            <translation>没有任何干涉图覆盖的时段：{gaps}；须由运动模型跨越。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Unbiased RMSD to GRACE over {months} months: {before:.1f} mm for the open loop, {after:.1f} mm for the analysis; R {r_before:.2f} and {r_after:.2f}.</source>
            <translation>{months} 个月内相对 GRACE 的无偏 RMSD：开环 {before:.1f} 毫米，分析 {after:.1f} 毫米；R 为 {r_before:.2f} 和 {r_after:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{pairs} interferograms join {dates} dates from {first} to {last}.</source>
            <translation>{pairs} 幅干涉图连接了 {first} 至 {last} 的 {dates} 个日期。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>In the median pair {coverage:.0%} of the pixels have a value; mean coherence is {coherence:.2f}.</source>
            <translation>中位像对中 {coverage:.0%} 的像元有值；平均相干性为 {coherence:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>They fall into {} groups of dates that nothing joins.</source>
            <translation>它们分成 {} 组彼此没有连接的日期。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>These figures are impossible at this place: {}.</source>
            <translation>以下数值在此地不可能出现：{}。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>No figure is impossible at this place: the weather can be used.</source>
            <translation>此地没有不可能的数值：气象数据可以使用。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>An error of {:.1f} mm is the most likely.</source>
            <translation>最可能的误差为 {:.1f} mm。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>With {:.1f} mm the innovations are as large as expected.</source>
            <translation>取 {:.1f} mm 时，新息的大小与预期一致。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>The error lies outside the range that was tried.</source>
            <translation>误差超出了所试的范围。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>One metre of water moves the ground by {centre:.2f} mm at the centre and {edge:.2f} mm at the edge.</source>
            <translation>一米水使地面在中心移动 {centre:.2f} mm，在边缘移动 {edge:.2f} mm。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Half of the centre's motion is left at {:.0f} km.</source>
            <translation>在 {:.0f} km 处还剩中心位移的一半。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Missing or broken: {}. The commands that install them stand below.</source>
            <translation>缺失或损坏：{}。安装命令见下文。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>Everything that Groundswell needs is there and works.</source>
            <translation>Groundswell 所需的一切都已具备并可正常工作。</translation>
        </message>
        <message>
            <location filename="../core/report/headline.py" />
            <source>{count} columns have all parameters; rock lies {low:.1f} to {high:.1f} m deep.</source>
            <translation>{count} 个柱体具备全部参数；基岩深 {low:.1f} 至 {high:.1f} m。</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>Imported interferograms</source>
            <translation>导入的干涉图</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>{pairs} interferograms between {dates} acquisitions.</source>
            <translation>{dates} 次采集之间的 {pairs} 幅干涉图。</translation>
        </message>
        <message>
            <location filename="../core/report/import_report.py" />
            <source>Tropospheric correction</source>
            <translation>对流层改正</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Increments</source>
            <translation>增量</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Increments of the land model's stores</source>
            <translation>陆面模型各储层的增量</translation>
        </message>
        <message>
            <location filename="../core/report/increments_section.py" />
            <source>Water budget of the land model</source>
            <translation>陆面模型的水量收支</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_masks.py" />
            <source>Noise indices</source>
            <translation>噪声指数</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_motion.py" />
            <source>Displacement over time</source>
            <translation>位移随时间的变化</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_motion.py" />
            <source>Terms of the motion</source>
            <translation>运动的各项</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_quality.py" />
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <location filename="../core/report/inversion_report.py" />
            <source>Line-of-sight displacement at {dates} dates for {solved} of {pixels} pixels, positive towards the satellite, relative to the reference area and to the first date.</source>
            <translation>{pixels} 个像元中 {solved} 个在 {dates} 个日期的视线向位移，朝向卫星为正，相对于参考区和首个日期。</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Table {}.</source>
            <translation>表 {}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Figure {}.</source>
            <translation>图 {}.</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Synthetic data: everything here was computed from an invented study area with known truth, to show and test the method. It says nothing about a real place.</source>
            <translation>合成数据：此处所有内容均由一个真值已知的虚构研究区计算得出，用于展示和检验方法，不说明任何真实地点的情况。</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>Warnings</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../core/report/page.py" />
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Parameters of the land model</source>
            <translation>陆面模型参数</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.</source>
            <translation>EASE-Grid 2.0 {grid}，东经 {west:.2f} 至 {east:.2f}，北纬 {south:.2f} 至 {north:.2f}。</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../core/report/parameters_report.py" />
            <source>Ranges</source>
            <translation>取值范围</translation>
        </message>
        <message>
            <location filename="../core/report/provenance.py" />
            <location filename="../core/report/response_report.py" />
            <location filename="../core/report/study_report.py" />
            <location filename="../core/report/tuning_report.py" />
            <source>How it was made</source>
            <translation>制作过程</translation>
        </message>
        <message>
            <location filename="../core/report/response_report.py" />
            <source>Vertical displacement of the ground under one metre of water on a disk of {radius:g} km radius, on an elastic, layered Earth ({model}). Water presses the ground down; the response reaches far beyond the disk.</source>
            <translation>弹性分层地球（{model}）上半径 {radius:g} km 的圆盘承载一米水时地面的垂直位移。水把地面压低；响应远远超出圆盘。</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Storage by inversion of displacement</source>
            <translation>由位移反演的水储量</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Mean storage of the region</source>
            <translation>区域平均水储量</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Season and trend</source>
            <translation>季节与趋势</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>What the data resolve</source>
            <translation>数据能分辨的内容</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Scales and sizes of the prior</source>
            <translation>先验的尺度与大小</translation>
        </message>
        <message>
            <location filename="../core/report/storage_inversion_report.py" />
            <source>Each datum against all others</source>
            <translation>每个数据与其余数据对比</translation>
        </message>
        <message>
            <location filename="../core/report/study_inversion.py" />
            <source>Storage without a land model</source>
            <translation>无陆面模型的水储量</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Water storage from satellite radar</source>
            <translation>由卫星雷达得到的水储量</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The displacement is relative to its reference area: motion common to the whole frame, which is most of what water causes, is not in it. Give a vertical series measured there (GNSS) to the step Line of sight to vertical.</source>
            <translation>位移是相对于其参考区的：整个图幅的共同运动（水所引起的运动的主要部分）不在其中。请在“视线向转垂向”步骤中给出在该处测得的垂向序列（GNSS）。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The observations can hardly constrain the storage.</source>
            <translation>观测几乎不能约束水储量。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE cannot resolve it: its value there is mostly that of the surroundings.</source>
            <translation>GRACE 无法分辨该区域：其值主要来自周围地区。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE resolves it poorly.</source>
            <translation>GRACE 对该区域的分辨能力较差。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>GRACE's mascons are recommended for regions above 200 000 km².</source>
            <translation>GRACE 的 mascon 建议用于大于 200 000 km² 的区域。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The region has {} km².</source>
            <translation>该区域面积为 {} km²。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>The modelled storage has assimilated GRACE itself: its agreement with GRACE proves nothing.</source>
            <translation>模拟的水储量本身已同化 GRACE：它与 GRACE 一致并不能说明什么。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms, assimilated into a land model's water storage, and compared with GRACE.</source>
            <translation>由雷达干涉图得到的地面运动，同化到陆面模型的水储量中，并与 GRACE 比较。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms, assimilated into a land model's water storage.</source>
            <translation>由雷达干涉图得到的地面运动，同化到陆面模型的水储量中。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Ground motion from radar interferograms.</source>
            <translation>由雷达干涉图得到的地面运动。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Methods</source>
            <translation>方法</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Found in</source>
            <translation>所在文件</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>All steps (times in UTC).</source>
            <translation>全部步骤（时间为 UTC）。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Attributes of the file: {}.</source>
            <translation>文件属性：{}。</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../core/report/study_report.py" />
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <location filename="../core/report/study_storage.py" />
            <source>Load and displacement</source>
            <translation>负荷与位移</translation>
        </message>
        <message>
            <location filename="../core/report/study_storage.py" />
            <source>Assimilation</source>
            <translation>同化</translation>
        </message>
        <message>
            <location filename="../core/report/tuning_report.py" />
            <source>Observation error</source>
            <translation>观测误差</translation>
        </message>
        <message>
            <location filename="../core/report/tuning_report.py" />
            <source>The run nearest to it</source>
            <translation>最接近的一次运行</translation>
        </message>
        <message>
            <location filename="../core/report/verdict_section.py" />
            <source>Did the data help?</source>
            <translation>数据有帮助吗？</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>{source}, {days} days from {first} to {last}, every {hours:g} h.</source>
            <translation>{source}，{first} 至 {last} 共 {days} 天，每 {hours:g} 小时。</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>Figures</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>The day</source>
            <translation>一日之内</translation>
        </message>
        <message>
            <location filename="../core/report/weather_report.py" />
            <source>The days</source>
            <translation>逐日</translation>
        </message>
    </context>
</TS>
