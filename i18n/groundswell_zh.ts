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

Both observed and predicted displacement enter as anomalies to their mean over the common epochs. Displacement must be absolute (see Line of sight to vertical): interferograms alone cannot tell what moves the whole frame. More frames, of other tracks or beside the first, each have a reference of their own: one that is tied says what a relative one cannot.

The one-dimensional filter of the paper updates every cell by its own observation. With honest errors it lowers the error of the regional mean by about 10 to 25 %, not by half; the three-dimensional filters use all observations for every cell and reach more. Before the run it is said how much the observations can be expected to tell; displacement of unknown reference tells next to nothing of storage.

Source: Chen et al. (2022), eq. 2, 3 and 9; Evensen (2009).</source>
            <translation>用地面的垂直运动修正模拟的水储量。一组储量集合通过所有单元的弹性负荷转换为形变；集合卡尔曼滤波将其与观测值加权比较；修正量随误差记忆时间持续并衰减。不使用观测的同一集合（开环）与之并列写出，并附归一化新息，用以判断误差假设是否恰当。

也可以不用储量文件，而给出气象和参数：Catchment 模型便作为集合逐历元运行，并自行把修正后的土壤水和雪带到下一历元。

观测形变和预测形变均以相对于共同历元均值的距平参与计算。形变必须是绝对的（见“视线向转垂直向”）：仅凭干涉图无法知道整个图幅的共同运动。其他轨道或相邻的更多图幅各有自己的参考：已联测的图幅能说明相对图幅说明不了的东西。

论文中的一维滤波用每个单元自己的观测更新该单元。在误差如实设定时，它使区域均值的误差降低约 10 至 25 %，而不是一半；三维滤波让每个单元使用全部观测，效果更好。运行前会说明观测预期能提供多少信息；参考未知的形变对储量几乎不能说明什么。

来源：Chen 等 (2022)，式 2、3 和 9；Evensen (2009)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Observation error (mm)</source>
            <translation>观测误差 (mm)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/assimilate.py" />
            <source>Standard deviation of the vertical displacement of a cell at an epoch (9 mm in the paper).</source>
            <translation>一个单元在一个历元的垂直形变的标准差（论文中为 9 mm）。</translation>
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
            <source>Lists the Python packages that Groundswell needs, with their versions, and for each that is missing the command that installs it on this system.</source>
            <translation>列出 Groundswell 所需的 Python 软件包及其版本；对于缺失的每一个，给出在本系统上安装它的命令。</translation>
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
            <location filename="../processing/algorithms/studyreport.py" />
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
            <source>Both runs are compared a second time after a Gaussian of this radius, as GRACE would show them, where the load domain is wide enough. 0: not at all.</source>
            <translation>在负荷域足够大的地方，两种运行经此半径的高斯平滑后再比较一次，如同 GRACE 所见。0：不做。</translation>
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
            <location filename="../ui/study_inputs_page.py" />
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

Leaf area and greenness follow the vegetation class and a plain season; replace them in the file where you have better.

Sources: Ducharne et al. (2000); Beven and Kirkby (1979); Clapp and Hornberger (1978).</source>
            <translation>制作“运行陆面模型”所需的参数：高程模型在 EASE-Grid 2.0 每个单元中的地形指数分布，连同土壤质地和基岩深度，给出饱和面积、根区湿度、基流以及与地下水位的交换，均为集水区亏缺的函数。

叶面积和绿度按植被类别和简单的季节变化给出；若有更好的数据，请在文件中替换。

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
            <source>Metres; pixels of 30 to 1000 m.</source>
            <translation>米；像元 30 至 1000 m。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Soil texture</source>
            <translation>土壤质地</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Classes: 1 sand, 2 loamy sand, 3 sandy loam, 4 silt loam, 5 silt, 6 loam, 7 sandy clay loam, 8 silty clay loam, 9 clay loam, 10 sandy clay, 11 silty clay, 12 clay. Loam where empty.</source>
            <translation>类别：1 砂土，2 壤质砂土，3 砂质壤土，4 粉砂壤土，5 粉土，6 壤土，7 砂质黏壤土，8 粉砂质黏壤土，9 黏壤土，10 砂质黏土，11 粉砂质黏土，12 黏土。空处为壤土。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Vegetation</source>
            <translation>植被</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Mosaic classes 1 to 8: evergreen, deciduous, needleleaf, grass, shrub, tundra, bare, desert. Grass where empty.</source>
            <translation>Mosaic 类别 1 至 8：常绿、落叶、针叶、草地、灌丛、苔原、裸地、沙漠。空处为草地。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Depth to bedrock</source>
            <translation>基岩深度</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/estimateparameters.py" />
            <source>Millimetres. Empty: the same depth everywhere.</source>
            <translation>毫米。空：各处深度相同。</translation>
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
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
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
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Storage to vertical displacement</source>
            <translation>由储量计算垂直形变</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Vertical displacement (mm, up positive) of an elastic Earth under the storage of all cells of the file: near cells act with their exact shape, far ones as disks, and every cell acts on every place, without a cut-off, because the far field of a large load carries a quarter to two thirds of the signal.

Storage beyond the file's edge is unknown and left out: give a field that reaches at least 1000 km beyond the place of interest, or a coarser background. Lakes and reservoirs can be added as polygons with their level. A file with a pressure (Pa or hPa) instead of storage gives the displacement by the atmosphere or the ocean, to subtract from observations.

Source: Chen et al. (2022), section II.D.2; Farrell (1972).</source>
            <translation>弹性地球在文件中所有单元的储量作用下的垂直形变（mm，向上为正）：近处的单元以其精确形状作用，远处的作为圆盘，每个单元都作用于每个地点，不做截断，因为大负荷的远场占信号的四分之一到三分之二。

文件边缘以外的储量未知，未计入：请给出比所关心地点至少向外延伸 1000 km 的场，或一个较粗的背景场。湖泊和水库可作为带水位的多边形加入。若文件中是气压（Pa 或 hPa）而非储量，则给出大气或海洋引起的形变，可从观测中扣除。

来源：Chen 等 (2022)，II.D.2 节；Farrell (1972)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/importstorage.py" />
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <location filename="../processing/filter_parameters.py" />
            <location filename="../ui/place.py" />
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
            <location filename="../processing/algorithms/loadresponse.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Earth model</source>
            <translation>地球模型</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <location filename="../processing/algorithms/loadresponse.py" />
            <location filename="../processing/filter_parameters.py" />
            <source>Elastic structure behind the load Love numbers.</source>
            <translation>负荷勒夫数所依据的弹性结构。</translation>
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
            <source>Table of date,level_m. The mean level is taken away.</source>
            <translation>表 date,level_m。平均水位会被扣除。</translation>
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
            <location filename="../processing/algorithms/loadresponse.py" />
            <source>Frame</source>
            <translation>参考框架</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/forwardmodel.py" />
            <source>Origin of degree 1. GNSS: CF; satellite orbits: CM; relative observations do not depend on it.</source>
            <translation>1 阶的原点。GNSS：CF；卫星轨道：CM；相对观测与其无关。</translation>
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
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Import GNSS series</source>
            <translation>导入 GNSS 序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Reads vertical positions of GNSS stations: series of the Nevada Geodetic Laboratory (tenv3, with its list of steps steps.txt in the same folder) or tables station,lon,lat,date,up_mm. Outliers are left out, and jumps of the antenna taken away: those that are listed and significant, and unlisted ones that are large. A message names each. Motion of the ground, slow or by an earthquake, stays.

Interferograms know no absolute motion. A station in their reference area restores it: give the result, or the table of one station, as Reference series to Line of sight to vertical.

Source: Blewitt et al. (2018), doi 10.1029/2018EO104623, for the series.</source>
            <translation>读取 GNSS 测站的垂直位置：内华达大地测量实验室的序列（tenv3，其阶跃列表 steps.txt 在同一文件夹中）或表 station,lon,lat,date,up_mm。剔除离群值，去掉天线引起的跳变：已列出且显著的，以及未列出但很大的。每一个都会有消息说明。地面的运动，无论缓慢的还是地震引起的，都保留。

干涉图不知道绝对运动。位于其参考区的测站可以恢复它：将结果或单个测站的表作为参考序列给“视线向转垂直向”。

来源：Blewitt 等 (2018)，doi 10.1029/2018EO104623（序列）。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Series</source>
            <translation>序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Files, or the path of a folder: tenv3 series, tables with date and up_mm, steps.txt.</source>
            <translation>文件，或文件夹路径：tenv3 序列、含 date 和 up_mm 的表、steps.txt。</translation>
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
            <source>Sudden jumps that no list names are taken away from this size on. 0: none is looked for.</source>
            <translation>任何列表都没有的突然跳变，从此大小起被去掉。0：不寻找。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Take away earthquakes too</source>
            <translation>也去掉地震</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgnss.py" />
            <source>Jumps of listed earthquakes are motion of the ground that interferograms see as well: leave them in to tie a frame.</source>
            <translation>已列出地震的跳变是地面运动，干涉图同样能看到：用于固定图幅时请保留。</translation>
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
            <source>Stations</source>
            <translation>测站</translation>
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
            <source>Points with the length of the series, its trend (mm/yr) and annual amplitude (mm).</source>
            <translation>带有序列长度、趋势（mm/年）和年振幅 (mm) 的点。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Import GRACE</source>
            <translation>导入 GRACE</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importgrace.py" />
            <source>Reads GRACE and GRACE-FO storage and averages it onto the EASE-Grid 2.0, conserving mass, in mm of water. Known are the mascons of CSR, JPL and GSFC (NetCDF, HDF5), the Tellus land grids, and Level-2 harmonics (GSM-2 of any centre, .gfc): choose one of its files, or give the folder.

Keeps for every solution its first and last day and the days that it did not use: a GRACE month is seldom a calendar month. Gaps stay gaps.

Harmonics: degree 1 comes from technical note 13, C20 and C30 from technical note 14 (files in the same folder are found), anomalies are to the mean of 2004 to 2009, and the filter is needed: unfiltered fields are noise.

GRACE resolves 300 to 400 km. Over a smaller region it shows mostly the surroundings.</source>
            <translation>读取 GRACE 和 GRACE-FO 储量，并在质量守恒下平均到 EASE-Grid 2.0，单位为毫米水柱。支持 CSR、JPL 和 GSFC 的 mascon（NetCDF、HDF5）、Tellus 陆地格网，以及 Level-2 球谐系数（任一机构的 GSM-2，.gfc）：选择其中一个文件，或给出文件夹。

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
            <location filename="../processing/earth_files.py" />
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
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
            <location filename="../processing/algorithms/importstorage.py" />
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
            <source>Reads a folder of unwrapped, geocoded interferograms in LiCSAR layout (as LiCSBAS downloads it, or as the COMET portal holds it) into one stack file: phase in radians (positive: away from the satellite), coherence, line-of-sight unit vectors, height and baselines. Only the unwrapped phase is compulsory. Products of HyP3, whatever their extents, and plain GeoTIFFs named by two dates are read too.

Where GACOS delays are given (sltd.geo.tif, ztd.tif or .ztd), their difference between the two dates is removed from every interferogram, and the report shows the standard deviation before and after. Pairs that are broken, incomplete or of another size are listed and left out.

Sources: Lazecky et al. (2020) for LiCSAR; Yu et al. (2018) for GACOS.</source>
            <translation>将一个文件夹中已解缠、已地理编码的 LiCSAR 布局干涉图（如 LiCSBAS 下载的，或 COMET 门户网站上的）读入一个堆栈文件：相位（弧度，正值：远离卫星）、相干性、视线向单位向量、高程和基线。只有解缠相位是必需的。任意范围的 HyP3 产品，以及以两个日期命名的普通 GeoTIFF 也可读取。

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
            <source>Holds GEOC/ with one folder per pair, or interferograms/ and metadata/ as on the portal.</source>
            <translation>包含 GEOC/（每个干涉对一个文件夹），或如门户网站上的 interferograms/ 和 metadata/。</translation>
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
            <source>Multilook</source>
            <translation>多视</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Average blocks of so many pixels in both directions; a block needs half of them.</source>
            <translation>在两个方向上平均这么多像元的块；一个块至少需要其中一半。</translation>
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
            <location filename="../ui/study_inputs_page.py" />
            <source>Interferograms</source>
            <translation>干涉图</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importinterferograms.py" />
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
            <source>Reads terrestrial water storage of a land surface model (GLDAS CLSM, Noah or VIC, MERRA-2 land, ERA5-Land, or any NetCDF file with time, latitude and longitude) and averages it onto the EASE-Grid 2.0, conserving mass, in millimetres of water. The model's own units are read from the file.

The load beyond the study area bends the ground inside it: import at least 1000 km around the study area. GLDAS-2.2's main stream already contains GRACE and must not be compared with it: you are warned.</source>
            <translation>读取陆面模型（GLDAS CLSM、Noah 或 VIC、MERRA-2 陆面、ERA5-Land，或任何带时间、纬度和经度的 NetCDF 文件）的陆地水储量，并在质量守恒下平均到 EASE-Grid 2.0，单位为毫米水柱。模型自身的单位从文件读取。

研究区以外的负荷也会使区内地面弯曲：请导入研究区周围至少 1000 km。GLDAS-2.2 的主数据流已包含 GRACE，不得与其比较：会发出警告。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Land-model output</source>
            <translation>陆面模型输出</translation>
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
            <source>Variable</source>
            <translation>变量</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/importstorage.py" />
            <source>Name of the storage variable in the file. Empty: found by the product's conventions.</source>
            <translation>文件中储量变量的名称。空：按产品的惯例查找。</translation>
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
            <location filename="../ui/dock.py" />
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
            <source>Memory (MB)</source>
            <translation>内存 (MB)</translation>
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
            <location filename="../processing/algorithms/maskdownsample.py" />
            <location filename="../processing/algorithms/studyreport.py" />
            <source>Displacement series</source>
            <translation>形变序列</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/invertinterferograms.py" />
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
            <location filename="../ui/place.py" />
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
            <source>Tables and stations (*.csv *.nc);;All files (*)</source>
            <translation>表和测站 (*.csv *.nc);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/lostovertical.py" />
            <source>Table date,up_mm: vertical motion of the reference area in millimetres, interpolated between dates. Or the stations of Import GNSS series (.nc), of which the nearest to the reference area is taken.</source>
            <translation>表 date,up_mm：参考区的垂直运动（毫米），在日期之间插值。或“导入 GNSS 序列”的测站 (.nc)，取离参考区最近的一个。</translation>
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

Weather comes as Groundswell's own files, GLDAS-2.1, ERA5-Land, ERA5 or MERRA-2, parameters as Groundswell's own, GEOS or LDT files. The first year is run through until storage is steady.

Sources: Koster et al. (2000), Ducharne et al. (2000).</source>
            <translation>用 Catchment 模型方程的独立实现由气象数据计算陆地水储量，并已对照 NASA LISF F2.5 的数值验证：土壤水、雪、能量平衡和冻土，半小时步长，逐日进行。对气象和状态的扰动构成同化所需的集合。

气象数据可为 Groundswell 自己的文件、GLDAS-2.1、ERA5-Land、ERA5 或 MERRA-2；参数可为 Groundswell 自己的、GEOS 或 LDT 文件。首年反复运行，直到储量稳定。

来源：Koster 等 (2000)，Ducharne 等 (2000)。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Weather (*.nc *.nc4 *.csv);;All files (*)</source>
            <translation>气象 (*.nc *.nc4 *.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <location filename="../ui/study_inputs_page.py" />
            <source>Weather</source>
            <translation>气象</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../ui/study_inputs_page.py" />
            <source>A file, or the path of a folder with weather files.</source>
            <translation>一个文件，或气象文件所在文件夹的路径。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Parameters (*.nc *.nc4 *.csv *.json);;All files (*)</source>
            <translation>参数 (*.nc *.nc4 *.csv *.json);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
            <source>Soil, topography and vegetation of the columns, one or more a cell of the EASE-Grid 2.0.</source>
            <translation>柱的土壤、地形和植被，EASE-Grid 2.0 的每个单元一个或多个。</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <location filename="../processing/land_parameters.py" />
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
            <source>Other precipitation</source>
            <translation>其他降水</translation>
        </message>
        <message>
            <location filename="../processing/algorithms/runcatchment.py" />
            <source>IMERG, half-hourly or daily: a file or the path of a folder, used instead of the weather's own.</source>
            <translation>IMERG，半小时或逐日：一个文件或文件夹的路径，代替气象数据自带的降水。</translation>
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
            <source>Tables (*.csv *.txt);;All files (*)</source>
            <translation>表 (*.csv *.txt);;所有文件 (*)</translation>
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
            <location filename="../ui/study_inputs_page.py" />
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
            <source>Reference of the displacement</source>
            <translation>形变的参考</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
            <source>absolute: nothing common to all cells is in error; tied: by GNSS, with the error of the tie; unknown: relative to an area whose own motion nobody knows - then little can be said of storage.</source>
            <translation>absolute：没有各单元共有的误差；tied：由 GNSS 固定，带有固定误差；unknown：相对于自身运动未知的区域，此时对储量几乎不能说明什么。</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
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
            <source>Periods not to be used</source>
            <translation>不使用的时段</translation>
        </message>
        <message>
            <location filename="../processing/filter_parameters.py" />
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
            <location filename="../processing/land_parameters.py" />
            <source>With it the land model runs, and storage is only the load outside its columns, without which the effect of that load is taken for water inside. A file, or the path of a folder with weather files; it should begin months before the first epoch, so that the members part.</source>
            <translation>给出后将运行陆面模型，储量只是其柱以外的负荷；若缺少，该负荷的作用会被当作区内的水。一个文件，或气象文件所在文件夹的路径；应在首个历元之前数月开始，使成员分散开。</translation>
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
            <location filename="../processing/land_parameters.py" />
            <source>For parameters that come with longitude and latitude; others lie on a grid already.</source>
            <translation>用于以经纬度给出的参数；其他参数已在格网上。</translation>
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
            <location filename="../ui/dock.py" />
            <source>Groundswell time series</source>
            <translation>Groundswell 时间序列</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Groundswell {version}. {band}</source>
            <translation>Groundswell {version}。{band}</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Synthetic data.</source>
            <translation>合成数据。</translation>
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
            <location filename="../ui/dock.py" />
            <source>Dates of steps such as earthquakes (2016-05-18, 2018-10-02); empty for none:</source>
            <translation>地震等阶跃的日期（2016-05-18, 2018-10-02）；空表示没有：</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Save the series</source>
            <translation>保存序列</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Save the chart</source>
            <translation>保存图表</translation>
        </message>
        <message>
            <location filename="../ui/dock.py" />
            <source>Saved {}</source>
            <translation>已保存 {}</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <source>Groundswell file whose series are shown</source>
            <translation>显示其序列的 Groundswell 文件</translation>
        </message>
        <message>
            <location filename="../ui/dock_widgets.py" />
            <location filename="../ui/place.py" />
            <location filename="../ui/sources.py" />
            <location filename="../ui/study_inputs_page.py" />
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
            <source>Drop the held series (Alt+C)</source>
            <translation>去掉保留的序列 (Alt+C)</translation>
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
            <source>Held series of another quantity are not drawn.</source>
            <translation>其他量的保留序列不绘制。</translation>
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
            <source>What was found: {}</source>
            <translation>找到：{}</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>A study and its data</source>
            <translation>研究及其数据</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>The study's folder and interferograms are compulsory. Without storage or a land model the study ends with displacement, without GRACE nothing is compared. An earlier study's folder is taken up.</source>
            <translation>研究的文件夹和干涉图是必需的。没有储量或陆面模型，研究到形变为止；没有 GRACE 则不作比较。可以接续先前研究的文件夹。</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Folder of the study</source>
            <translation>研究文件夹</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>GACOS delays</source>
            <translation>GACOS 延迟</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>longitude,latitude; empty: chosen automatically</source>
            <translation>经度,纬度；空：自动选择</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Vertical series there</source>
            <translation>该处的垂直序列</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source> mm/yr</source>
            <translation> mm/年</translation>
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
            <source>Water storage before the correction</source>
            <translation>修正前的水储量</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Parameters of the columns</source>
            <translation>各柱的参数</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>needed for the Catchment model</source>
            <translation>Catchment 模型需要</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>from Import GNSS series; used beside the displacement</source>
            <translation>来自“导入 GNSS 序列”；与形变一起使用</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Region (polygons)</source>
            <translation>区域（多边形）</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Folder of the study</source>
            <translation>研究文件夹(&amp;F)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Title</source>
            <translation>标题(&amp;T)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Interferograms</source>
            <translation>干涉图(&amp;I)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>G&amp;ACOS delays</source>
            <translation>GACOS 延迟(&amp;A)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Reference place</source>
            <translation>参考位置(&amp;R)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Vertical series there</source>
            <translation>该处的垂直序列(&amp;V)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Fastest &amp;motion kept</source>
            <translation>保留的最快运动(&amp;M)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Storage to &amp;correct</source>
            <translation>待修正的储量(&amp;C)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Parameters of the co&amp;lumns</source>
            <translation>各柱的参数(&amp;L)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Weather</source>
            <translation>气象(&amp;W)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Land-model &amp;storage</source>
            <translation>陆面模型储量(&amp;S)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>GNSS stati&amp;ons</source>
            <translation>GNSS 测站(&amp;O)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;GRACE</source>
            <translation>&amp;GRACE</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>Regio&amp;n (polygons)</source>
            <translation>区域（多边形）(&amp;N)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Periods</source>
            <translation>时段(&amp;P)</translation>
        </message>
        <message>
            <location filename="../ui/study_inputs_page.py" />
            <source>&amp;Storage outside the columns</source>
            <translation>柱以外的储量(&amp;S)</translation>
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
    </context>
</TS>
