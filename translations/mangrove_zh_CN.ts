<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>ColumnDetails</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Select a column to see what is known about it.</source>
        <translation>选择一列，查看已知的情况。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Not of this type</source>
        <translation>不属于该类型</translation>
    </message>
    <message>
        <source>Blanks at the edge</source>
        <translation>首尾有空白</translation>
    </message>
    <message>
        <source>Full-width characters</source>
        <translation>含全角字符</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>四分之一位</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>中位</translation>
    </message>
    <message>
        <source>Three quarters</source>
        <translation>四分之三位</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>From a sample: ranks are right within 1 %.</source>
        <translation>由样本算得：位次误差不超过 1 %。</translation>
    </message>
    <message>
        <source>Distribution of %1</source>
        <translation>%1 的分布</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Frequent values</source>
        <translation>常见值</translation>
    </message>
    <message>
        <source>Values of direct identifiers are not shown here.</source>
        <translation>此处不显示直接标识符的值。</translation>
    </message>
    <message>
        <source>No value occurs in at least %1 rows; rarer ones are not shown.</source>
        <translation>没有值出现在至少 %1 行中；更少见的值不显示。</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Right form, wrong check digit</source>
        <translation>形式正确，校验位错误</translation>
    </message>
    <message>
        <source>The name says one thing and the values another: a person has to decide.</source>
        <translation>列名与取值指向不同的种类，需要人工判定。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) contain: %1</source>
        <translation>
            <numerusform>%n 个值中含有：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>定级理由</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>%1 · %2 · %3: %4</source>
        <translation>%1 · %2 · %3：%4</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>different in every row</source>
        <translation>每行都不同</translation>
    </message>
    <message>
        <source>perhaps: by the estimate different in every row</source>
        <translation>可能是：按估计每行都不同</translation>
    </message>
    <message>
        <source>Words for missing</source>
        <translation>空值标记</translation>
    </message>
    <message>
        <source>Like a word for missing</source>
        <translation>疑似空值标记</translation>
    </message>
    <message>
        <source>Empty, but in quotes</source>
        <translation>引号内为空</translation>
    </message>
    <message>
        <source>Wrongly decoded, it seems</source>
        <translation>疑似乱码</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>De-identification</source>
        <translation>去标识化</translation>
    </message>
    <message>
        <source>Authorizations</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作空间…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作空间…</translation>
    </message>
    <message>
        <source>Open a demo workspace</source>
        <translation>打开演示工作空间</translation>
    </message>
    <message>
        <source>Close the workspace</source>
        <translation>关闭工作空间</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Register a data set…</source>
        <translation>登记数据集…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Profile the data set</source>
        <translation>生成数据概况</translation>
    </message>
    <message>
        <source>Classify the columns</source>
        <translation>对列分类分级</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save the recipe…</source>
        <translation>保存去标识化方案…</translation>
    </message>
    <message>
        <source>Apply the recipe…</source>
        <translation>执行去标识化方案…</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>新建申请…</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Export a package…</source>
        <translation>导出数据包…</translation>
    </message>
    <message>
        <source>Verify a package…</source>
        <translation>核验数据包…</translation>
    </message>
    <message>
        <source>Verify the audit log</source>
        <translation>核验审计日志</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>转到筛选</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Search or do…</source>
        <translation>搜索或执行…</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>搜索目录</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>显示或隐藏详情</translation>
    </message>
    <message>
        <source>Narrow or widen the rail</source>
        <translation>收窄或展开导航栏</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>语言：English</translation>
    </message>
    <message>
        <source>Language: Chinese (中文)</source>
        <translation>语言：中文</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translation>帮助与快捷键</translation>
    </message>
    <message>
        <source>About Mangrove</source>
        <translation>关于红树林</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Enter a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>至少 %1 个字符。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>This cannot stay empty.</source>
        <translation>此项不能为空。</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Your passphrase unlocks your signing key. It is kept in memory until you lock it.</source>
        <translation>口令用于解锁您的签名密钥。密钥保存在内存中，直到您锁定。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作空间</translation>
    </message>
    <message>
        <source>A workspace is one file with your catalogue, decisions and audit log. You become its administrator; nobody can recover the passphrase.</source>
        <translation>工作空间是一个文件，保存目录、决定和审计日志。您将成为其管理员；口令无法找回。</translation>
    </message>
    <message>
        <source>Create the workspace</source>
        <translation>创建工作空间</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Your login name</source>
        <translation>您的登录名</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Enter the name of the organisation.</source>
        <translation>请输入机构名称。</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in .mangrove.</source>
        <translation>文件名须以 .mangrove 结尾。</translation>
    </message>
    <message>
        <source>A login name has small letters, digits, dot, dash and underscore.</source>
        <translation>登录名只能包含小写字母、数字、点、短横线和下划线。</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>register data sets</source>
        <translation>登记数据集</translation>
    </message>
    <message>
        <source>profile, classify or check data sets</source>
        <translation>生成数据概况、分类分级或检查数据集</translation>
    </message>
    <message>
        <source>decide what a column is</source>
        <translation>认定列的类别</translation>
    </message>
    <message>
        <source>de-identify data sets</source>
        <translation>对数据集去标识化</translation>
    </message>
    <message>
        <source>apply for data</source>
        <translation>申请数据</translation>
    </message>
    <message>
        <source>enter evidence for a gate</source>
        <translation>为关口登记依据</translation>
    </message>
    <message>
        <source>review requests</source>
        <translation>审核申请</translation>
    </message>
    <message>
        <source>decide requests</source>
        <translation>审批申请</translation>
    </message>
    <message>
        <source>mark obligations as fulfilled</source>
        <translation>登记义务已履行</translation>
    </message>
    <message>
        <source>look up the originals of codes</source>
        <translation>查询假名对应的原值</translation>
    </message>
    <message>
        <source>export packages</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>manage users</source>
        <translation>管理用户</translation>
    </message>
    <message>
        <source>sign the audit log&apos;s state</source>
        <translation>签署审计日志的状态</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>custodian</source>
        <translation>保管人</translation>
    </message>
    <message>
        <source>data officer</source>
        <translation>数据官</translation>
    </message>
    <message>
        <source>decider</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>privacy reviewer</source>
        <translation>隐私审核员</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The audit log only grows: its rows are never changed or removed. Record a new event that corrects the old one.</source>
        <extracomment>audit-append-only</extracomment>
        <translation>审计日志只增不减，其行从不更改或删除。请记录一个新事件来更正旧事件。</translation>
    </message>
    <message>
        <source>The audit log grows by one event after the other; this one does not follow the last.</source>
        <extracomment>audit-sequence</extracomment>
        <translation>审计日志逐个追加事件；该事件与最后一个事件不相连。</translation>
    </message>
    <message>
        <source>The audit log was altered: {0}. Compare it with a backup and with the checkpoints kept outside.</source>
        <extracomment>audit-broken</extracomment>
        <translation>审计日志被改动：{0}。请与备份及保存在外部的检查点比对。</translation>
    </message>
    <message>
        <source>An audit event cannot be recorded: {0}.</source>
        <extracomment>audit-event-bad</extracomment>
        <translation>无法记录审计事件：{0}。</translation>
    </message>
    <message>
        <source>The audit log has no name yet, which a checkpoint needs. Create the workspace completely first.</source>
        <extracomment>audit-no-origin</extracomment>
        <translation>审计日志尚无名称，而检查点需要名称。请先完整创建工作空间。</translation>
    </message>
    <message>
        <source>The audit log has {1} events; {0} is not among them.</source>
        <extracomment>audit-range</extracomment>
        <translation>审计日志有 {1} 个事件，其中没有 {0}。</translation>
    </message>
    <message>
        <source>The checkpoint is not a valid C2SP signed checkpoint: {0}.</source>
        <extracomment>checkpoint-bad</extracomment>
        <translation>该检查点不是有效的 C2SP 签名检查点：{0}。</translation>
    </message>
    <message>
        <source>The checkpoint of {0} events does not belong to this audit log: it has another past, so one of the two was rewritten.</source>
        <extracomment>checkpoint-inconsistent</extracomment>
        <translation>含 {0} 个事件的检查点不属于本审计日志：两者的历史不同，其中之一被改写过。</translation>
    </message>
    <message>
        <source>The audit proof does not hold: {0}.</source>
        <extracomment>audit-proof-bad</extracomment>
        <translation>审计证明不成立：{0}。</translation>
    </message>
    <message>
        <source>There is no request {0} in this workspace. List them with `mangrove request list`.</source>
        <extracomment>request-not-found</extracomment>
        <translation>本工作空间没有申请 {0}。可用 `mangrove request list` 列出。</translation>
    </message>
    <message>
        <source>The request cannot be recorded: {0} {1}.</source>
        <extracomment>request-invalid</extracomment>
        <translation>无法记录该申请：{0} {1}。</translation>
    </message>
    <message>
        <source>The request {0} is {1}; &apos;{2}&apos; is not possible there.</source>
        <extracomment>request-wrong-state</extracomment>
        <translation>申请 {0} 处于“{1}”状态，不能执行“{2}”。</translation>
    </message>
    <message>
        <source>{0} does not have the role that &apos;{1}&apos; needs ({2}). Ask an administrator.</source>
        <extracomment>role-missing</extracomment>
        <translation>{0} 不具备“{1}”所需的角色（{2}）。请联系管理员。</translation>
    </message>
    <message>
        <source>Only the applicant {1} may do this to request {0}.</source>
        <extracomment>not-the-applicant</extracomment>
        <translation>只有申请人 {1} 才能对申请 {0} 这样做。</translation>
    </message>
    <message>
        <source>{0} applied for request {1} and therefore cannot review, decide or export it. Another person has to.</source>
        <extracomment>four-eyes-applicant</extracomment>
        <translation>{0} 是申请 {1} 的申请人，因此不能审核、审批或导出，须由他人办理。</translation>
    </message>
    <message>
        <source>{0} screened or reviewed request {1} and therefore cannot decide it. Another person has to.</source>
        <extracomment>four-eyes-reviewer</extracomment>
        <translation>{0} 初审或审核过申请 {1}，因此不能审批，须由他人办理。</translation>
    </message>
    <message>
        <source>{0} has decided request {1} already; a second, different decider is needed.</source>
        <extracomment>four-eyes-second-decider</extracomment>
        <translation>{0} 已对申请 {1} 作出决定；还需另一位审批人。</translation>
    </message>
    <message>
        <source>{0} decided request {1} and therefore cannot export under it. Another person has to.</source>
        <extracomment>four-eyes-exporter</extracomment>
        <translation>{0} 审批了申请 {1}，因此不能据此导出，须由他人办理。</translation>
    </message>
    <message>
        <source>Gate {0} of request {1} is closed ({2}): {3}</source>
        <extracomment>gate-closed</extracomment>
        <translation>申请 {1} 的关口 {0} 未通过（{2}）：{3}</translation>
    </message>
    <message>
        <source>The decision cannot be recorded: {0}.</source>
        <extracomment>decision-invalid</extracomment>
        <translation>无法记录该决定：{0}。</translation>
    </message>
    <message>
        <source>Request {0} is {1}: there is no permit for it.</source>
        <extracomment>permit-missing</extracomment>
        <translation>申请 {0} 处于“{1}”状态，没有授权许可。</translation>
    </message>
    <message>
        <source>The permit of request {0} ended at {1}. A new request is needed.</source>
        <extracomment>permit-expired</extracomment>
        <translation>申请 {0} 的授权许可已于 {1} 到期。需要新的申请。</translation>
    </message>
    <message>
        <source>The permit of request {0} is {1}; nothing may be exported under it.</source>
        <extracomment>permit-not-active</extracomment>
        <translation>申请 {0} 的授权许可处于“{1}”状态，不得据此导出。</translation>
    </message>
    <message>
        <source>The permit of request {0} names another released file (SHA-256 {1}) than the one at hand ({2}).</source>
        <extracomment>permit-other-release</extracomment>
        <translation>申请 {0} 的授权许可所指的发布文件（SHA-256 {1}）与现有文件（{2}）不同。</translation>
    </message>
    <message>
        <source>This is not a permit or decision of Mangrove: {0}.</source>
        <extracomment>permit-malformed</extracomment>
        <translation>这不是红树林的授权许可或决定：{0}。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is not a due rule; write always, 2027-01-31, P30D after issue or P30D after expiry.</source>
        <extracomment>bad-due-rule</extracomment>
        <translation>“{0}”不是期限规则；请写 always、2027-01-31、P30D after issue 或 P30D after expiry。</translation>
    </message>
    <message>
        <source>Records of requests, decisions, permits and exports are only ever added to. Nothing was changed.</source>
        <extracomment>request-append-only</extracomment>
        <translation>申请、决定、授权许可和导出的记录只能追加。未作任何更改。</translation>
    </message>
    <message>
        <source>Request {0} has no obligation number {1}.</source>
        <extracomment>obligation-not-found</extracomment>
        <translation>申请 {0} 没有第 {1} 项义务。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is not a UTC time of the form 2026-11-23T09:12:00Z or a date 2026-11-23.</source>
        <extracomment>bad-instant</extracomment>
        <translation>“{0}”不是形如 2026-11-23T09:12:00Z 的 UTC 时间或形如 2026-11-23 的日期。</translation>
    </message>
    <message>
        <source>Stopped at your request; nothing was changed.</source>
        <extracomment>cancelled</extracomment>
        <translation>已按您的要求停止；未作任何更改。</translation>
    </message>
    <message>
        <source>An internal check failed ({0}). Please report it with the steps that led here.</source>
        <extracomment>internal</extracomment>
        <translation>内部检查失败（{0}）。请连同操作步骤一并反馈。</translation>
    </message>
    <message>
        <source>There is no file {0}. Check the path.</source>
        <extracomment>file-not-found</extracomment>
        <translation>没有文件 {0}。请检查路径。</translation>
    </message>
    <message>
        <source>The file {0} cannot be read: {1}. Check its permissions and the disk.</source>
        <extracomment>file-not-readable</extracomment>
        <translation>无法读取文件 {0}：{1}。请检查其权限和磁盘。</translation>
    </message>
    <message>
        <source>The file {0} cannot be written: {1}. Nothing was left half-written; free space or choose another folder.</source>
        <extracomment>file-not-writable</extracomment>
        <translation>无法写入文件 {0}：{1}。没有留下写了一半的内容；请腾出空间或另选文件夹。</translation>
    </message>
    <message>
        <source>{0} exists already. Choose another name; it was not touched.</source>
        <extracomment>file-exists</extracomment>
        <translation>{0} 已存在，未被改动。请另选名称。</translation>
    </message>
    <message>
        <source>The option {0} cannot be {1}: {2}.</source>
        <extracomment>bad-option</extracomment>
        <translation>选项 {0} 不能为 {1}：{2}。</translation>
    </message>
    <message>
        <source>The file {0} has {1} bytes; at most {2} are read here.</source>
        <extracomment>file-too-large</extracomment>
        <translation>文件 {0} 有 {1} 字节；此处最多读取 {2} 字节。</translation>
    </message>
    <message>
        <source>There is no data set {0} in this workspace. &apos;mangrove dataset list&apos; shows them.</source>
        <extracomment>dataset-not-found</extracomment>
        <translation>本工作空间没有数据集 {0}。可用 &apos;mangrove dataset list&apos; 查看。</translation>
    </message>
    <message>
        <source>A data set named &apos;{0}&apos; is registered already as {1}. Choose another name.</source>
        <extracomment>dataset-name-taken</extracomment>
        <translation>名为“{0}”的数据集已登记为 {1}。请另选名称。</translation>
    </message>
    <message>
        <source>A data set needs a name of 1 to {0} characters without line breaks.</source>
        <extracomment>dataset-name-bad</extracomment>
        <translation>数据集名称须为 1 至 {0} 个字符，不含换行。</translation>
    </message>
    <message>
        <source>There is no released table {0} in this workspace.</source>
        <extracomment>release-not-found</extracomment>
        <translation>本工作空间没有发布版 {0}。</translation>
    </message>
    <message>
        <source>A {0} in the catalogue is never changed or removed. Nothing was changed.</source>
        <extracomment>catalog-fixed</extracomment>
        <translation>目录中的{0}从不更改或删除。未作任何更改。</translation>
    </message>
    <message>
        <source>The catalogue entry {0} cannot be read ({1}). Check the workspace, then restore its last backup.</source>
        <extracomment>catalog-damaged</extracomment>
        <translation>无法读取目录条目 {0}（{1}）。请检查工作空间，然后恢复最近的备份。</translation>
    </message>
    <message>
        <source>There is no identifier kind &apos;{0}&apos;. `mangrove identifier list` names all kinds.</source>
        <extracomment>identifier-kind-unknown</extracomment>
        <translation>没有标识符类型“{0}”。`mangrove identifier list` 可列出全部类型。</translation>
    </message>
    <message>
        <source>The rule pack {0} is refused: {1}. Correct the file or remove it; no rule of it was used.</source>
        <extracomment>rule-pack-invalid</extracomment>
        <translation>规则包 {0} 被拒绝：{1}。请更正或移除该文件；其中的规则均未使用。</translation>
    </message>
    <message>
        <source>This is no classification made by Mangrove: {0}.</source>
        <extracomment>classification-invalid</extracomment>
        <translation>这不是红树林生成的分类分级结果：{0}。</translation>
    </message>
    <message>
        <source>The cryptographic library refused to {0} ({1}). Run &apos;mangrove self-test&apos; and check the OpenSSL installation.</source>
        <extracomment>crypto-failure</extracomment>
        <translation>密码库拒绝执行 {0}（{1}）。请运行 &apos;mangrove self-test&apos; 并检查 OpenSSL 的安装。</translation>
    </message>
    <message>
        <source>The known-answer test of {0} failed: this computer&apos;s OpenSSL gives wrong results. Nothing may be signed or sealed with it; reinstall OpenSSL 3.</source>
        <extracomment>crypto-self-test-failed</extracomment>
        <translation>{0} 的已知答案测试失败：本机的 OpenSSL 结果有误，不得用于签名或加密。请重新安装 OpenSSL 3。</translation>
    </message>
    <message>
        <source>The passphrase does not open {0}. Type it again; if you are sure of it, the record was altered on purpose.</source>
        <extracomment>wrong-passphrase</extracomment>
        <translation>口令不能打开 {0}。请重新输入；若确认无误，则该记录被人为改动过。</translation>
    </message>
    <message>
        <source>This is not a sealed box of Mangrove, or it was edited ({0}). Restore it from a backup.</source>
        <extracomment>sealed-box-malformed</extracomment>
        <translation>这不是红树林的加密封装，或已被编辑（{0}）。请从备份恢复。</translation>
    </message>
    <message>
        <source>The sealed box for {0} is damaged: its checksum does not fit. The passphrase was not tried; restore a backup.</source>
        <extracomment>sealed-box-damaged</extracomment>
        <translation>{0} 的加密封装已损坏：校验和不符。未尝试口令；请恢复备份。</translation>
    </message>
    <message>
        <source>The sealed box has version {0}; this program opens version {1}. Use a newer Mangrove.</source>
        <extracomment>sealed-box-version</extracomment>
        <translation>加密封装的版本为 {0}，本程序能打开版本 {1}。请使用更新的红树林。</translation>
    </message>
    <message>
        <source>The scrypt cost N={0}, r={1}, p={2} is outside what is allowed here (N a power of two from 16 to 1048576, r 1 to 32, p 1 to 16, at most 1 GiB).</source>
        <extracomment>sealed-box-cost</extracomment>
        <translation>scrypt 代价 N={0}、r={1}、p={2} 超出允许范围（N 为 16 至 1048576 的 2 的幂，r 为 1 至 32，p 为 1 至 16，最多 1 GiB）。</translation>
    </message>
    <message>
        <source>The sealed box is for &apos;{0}&apos;, but &apos;{1}&apos; is wanted: records were exchanged. Restore a backup.</source>
        <extracomment>sealed-box-purpose</extracomment>
        <translation>该加密封装属于“{0}”，而需要的是“{1}”：记录被调换过。请恢复备份。</translation>
    </message>
    <message>
        <source>The key is not {0}. Give the key file that Mangrove wrote, or make a new key.</source>
        <extracomment>key-malformed</extracomment>
        <translation>该密钥不是 {0}。请提供红树林写出的密钥文件，或生成新密钥。</translation>
    </message>
    <message>
        <source>The certificate cannot be read: {0}. Give an X.509 certificate in PEM form.</source>
        <extracomment>certificate-malformed</extracomment>
        <translation>无法读取证书：{0}。请提供 PEM 格式的 X.509 证书。</translation>
    </message>
    <message>
        <source>A certificate cannot be made: {0}.</source>
        <extracomment>certificate-request-bad</extracomment>
        <translation>无法生成证书：{0}。</translation>
    </message>
    <message>
        <source>The signature file is not a strict DER CMS SignedData as Mangrove writes it: {0} (byte {1}).</source>
        <extracomment>cms-malformed</extracomment>
        <translation>签名文件不是红树林写出的严格 DER 编码 CMS SignedData：{0}（第 {1} 字节）。</translation>
    </message>
    <message>
        <source>The signature uses {0}; only ECDSA P-256 with SHA-256 is accepted.</source>
        <extracomment>cms-algorithm</extracomment>
        <translation>签名使用 {0}；只接受 ECDSA P-256 与 SHA-256。</translation>
    </message>
    <message>
        <source>The signature belongs to other bytes: the digest in it does not fit the signed file.</source>
        <extracomment>cms-content-differs</extracomment>
        <translation>该签名属于其他内容：其中的摘要与被签文件不符。</translation>
    </message>
    <message>
        <source>The signature value does not fit the signer&apos;s certificate: the signature was altered or forged.</source>
        <extracomment>cms-signature-wrong</extracomment>
        <translation>签名值与签名人证书不符：签名被改动或伪造。</translation>
    </message>
    <message>
        <source>The signature does not name the certificate it carries ({0}).</source>
        <extracomment>cms-signer-mismatch</extracomment>
        <translation>签名未指明其携带的证书（{0}）。</translation>
    </message>
    <message>
        <source>The signer&apos;s certificate does not lead to the given authority: {0}.</source>
        <extracomment>cms-untrusted-signer</extracomment>
        <translation>签名人证书不能追溯到给定的签发机构：{0}。</translation>
    </message>
    <message>
        <source>The signing time {0} is {1}.</source>
        <extracomment>cms-signing-time</extracomment>
        <translation>签名时间 {0} {1}。</translation>
    </message>
    <message>
        <source>The JSON text cannot be brought into canonical form (RFC 8785): {0}.</source>
        <extracomment>json-not-canonical</extracomment>
        <translation>该 JSON 文本无法规范化（RFC 8785）：{0}。</translation>
    </message>
    <message>
        <source>The recipe is not valid JSON at line {0}: {1}.</source>
        <extracomment>recipe-syntax</extracomment>
        <translation>去标识化方案在第 {0} 行不是有效的 JSON：{1}。</translation>
    </message>
    <message>
        <source>The recipe&apos;s {0} (line {1}) {2}.</source>
        <extracomment>recipe-field</extracomment>
        <translation>去标识化方案的 {0}（第 {1} 行）{2}。</translation>
    </message>
    <message>
        <source>The recipe {0}.</source>
        <extracomment>recipe-invalid</extracomment>
        <translation>去标识化方案 {0}。</translation>
    </message>
    <message>
        <source>The recipe names the column {0}, which the file does not have. Its columns are: {1}.</source>
        <extracomment>recipe-column-missing</extracomment>
        <translation>去标识化方案所指的列 {0} 在文件中不存在。文件的列为：{1}。</translation>
    </message>
    <message>
        <source>The recipe has no quasi-identifier, so there is nothing to {0}. Give at least one attribute the role quasi.</source>
        <extracomment>recipe-no-quasi</extracomment>
        <translation>去标识化方案没有准标识符，无法{0}。请至少给一个属性指定角色 quasi。</translation>
    </message>
    <message>
        <source>The levels {0} do not fit the recipe: {1}.</source>
        <extracomment>recipe-levels</extracomment>
        <translation>级别 {0} 与去标识化方案不符：{1}。</translation>
    </message>
    <message>
        <source>There is no built-in hierarchy {0}. There are: {1}. A file is named without the prefix builtin:.</source>
        <extracomment>hierarchy-unknown</extracomment>
        <translation>没有内置泛化层级 {0}。可用的有：{1}。引用文件时不加前缀 builtin:。</translation>
    </message>
    <message>
        <source>The hierarchy {0} is wrong at line {1}: {2}.</source>
        <extracomment>hierarchy-malformed</extracomment>
        <translation>泛化层级 {0} 第 {1} 行有误：{2}。</translation>
    </message>
    <message>
        <source>The hierarchy {0} is not monotone: lines {1} and {2} agree at level {3} and differ at level {4}. A coarser level may only join groups, never part them.</source>
        <extracomment>hierarchy-not-monotone</extracomment>
        <translation>泛化层级 {0} 不单调：第 {1} 行与第 {2} 行在第 {3} 级相同而在第 {4} 级不同。更粗的级别只能合并组，不能拆分。</translation>
    </message>
    <message>
        <source>The column {0} has {1} distinct values ({2} rows, first at line {3}) that its hierarchy {4} does not know. Add them to the hierarchy, or let the recipe say &quot;unmatched&quot;:&quot;suppress&quot; for this column.</source>
        <extracomment>hierarchy-unmatched</extracomment>
        <translation>列 {0} 有 {1} 个不同值（{2} 行，首见于第 {3} 行）不在其泛化层级 {4} 中。请补入层级，或在方案中对该列写 &quot;unmatched&quot;:&quot;suppress&quot;。</translation>
    </message>
    <message>
        <source>The hierarchy {0} of the column {1} has the levels 0 to {2}; {3} is not one of them.</source>
        <extracomment>hierarchy-level</extracomment>
        <translation>列 {1} 的泛化层级 {0} 有 0 至 {2} 级；{3} 不在其中。</translation>
    </message>
    <message>
        <source>The column {0} has {1} cells (first at line {2}) that its hierarchy {3} does not know. Add them to the hierarchy, or let the recipe say &quot;unmatched&quot;:&quot;suppress&quot; for this column.</source>
        <extracomment>hierarchy-unmatched-cells</extracomment>
        <translation>列 {0} 有 {1} 个单元格（首见于第 {2} 行）不在其泛化层级 {3} 中。请补入层级，或在方案中对该列写 &quot;unmatched&quot;:&quot;suppress&quot;。</translation>
    </message>
    <message>
        <source>The hierarchy of the column {0} uses &quot;*&quot; or an empty text at level {1} as a label of its own, while the data have missing or unknown values that need it. Rename the label.</source>
        <extracomment>hierarchy-reserved-label</extracomment>
        <translation>列 {0} 的泛化层级在第 {1} 级把“*”或空文本用作标签，而数据中的缺失值或未知值需要它。请更改该标签。</translation>
    </message>
    <message>
        <source>The column {0} has {1} cells (first at line {2}) that are not dates in a known form, so they cannot be shifted. Correct them, or let the recipe say &quot;unmatched&quot;:&quot;suppress&quot; for this column.</source>
        <extracomment>date-unreadable</extracomment>
        <translation>列 {0} 有 {1} 个单元格（首见于第 {2} 行）不是可识别的日期，无法偏移。请更正，或在方案中对该列写 &quot;unmatched&quot;:&quot;suppress&quot;。</translation>
    </message>
    <message>
        <source>{0} rows (first at line {1}) have a date in {2} but no person in {3}, so their offset is unknown. Complete them, or let the recipe say &quot;unmatched&quot;:&quot;suppress&quot; for this column.</source>
        <extracomment>date-shift-person-missing</extracomment>
        <translation>有 {0} 行（首见于第 {1} 行）在 {2} 中有日期，但在 {3} 中没有对应的人，偏移量未知。请补全，或在方案中对该列写 &quot;unmatched&quot;:&quot;suppress&quot;。</translation>
    </message>
    <message>
        <source>The recipe has a {0} transform, which needs a secret key of at least 16 bytes; none was given.</source>
        <extracomment>deid-key-missing</extracomment>
        <translation>去标识化方案含有 {0} 变换，需要至少 16 字节的密钥，但未提供。</translation>
    </message>
    <message>
        <source>No combination of levels meets the recipe&apos;s models with at most {0} suppressed records; the fewest is {1}. Raise the suppression limit, allow coarser levels or drop a quasi-identifier.</source>
        <extracomment>deid-no-solution</extracomment>
        <translation>在最多抑制 {0} 条记录的前提下，没有满足方案模型的级别组合；最少需抑制 {1} 条。请提高抑制上限、允许更粗的级别或去掉一个准标识符。</translation>
    </message>
    <message>
        <source>The result does not meet the recipe&apos;s model {0}: {1}. Nothing was written.</source>
        <extracomment>deid-model-unmet</extracomment>
        <translation>结果不满足方案的模型 {0}：{1}。未写入任何内容。</translation>
    </message>
    <message>
        <source>Every record would be suppressed: the output would be empty, which is no de-identified data set. Allow coarser levels or fewer quasi-identifiers.</source>
        <extracomment>deid-everything-suppressed</extracomment>
        <translation>所有记录都将被抑制，输出为空，不能成为去标识化数据集。请允许更粗的级别或减少准标识符。</translation>
    </message>
    <message>
        <source>The file {0} changed while it was read: its SHA-256 differs between the two passes. Nothing was written; run again when nobody writes to it.</source>
        <extracomment>deid-source-changed</extracomment>
        <translation>文件 {0} 在读取期间发生变化：两遍读取的 SHA-256 不同。未写入任何内容；请在无人写入时重新运行。</translation>
    </message>
    <message>
        <source>De-identification reads its input twice, so it cannot come from standard input. Save it as a file first.</source>
        <extracomment>deid-source-not-repeatable</extracomment>
        <translation>去标识化需读取输入两遍，因此不能来自标准输入。请先保存为文件。</translation>
    </message>
    <message>
        <source>The quasi-identifiers form more than {0} distinct combinations, more than memory can hold. Drop a quasi-identifier or fix coarser levels.</source>
        <extracomment>deid-too-many-classes</extracomment>
        <translation>准标识符形成了超过 {0} 种不同组合，内存无法容纳。请去掉一个准标识符或固定更粗的级别。</translation>
    </message>
    <message>
        <source>The table has no column {0}. Its columns are: {1}.</source>
        <extracomment>risk-column-missing</extracomment>
        <translation>表中没有列 {0}。其列为：{1}。</translation>
    </message>
    <message>
        <source>The stored de-identification report cannot be read: {0}.</source>
        <extracomment>deid-report-malformed</extracomment>
        <translation>无法读取已保存的去标识化报告：{0}。</translation>
    </message>
    <message>
        <source>The package cannot be built: {0}.</source>
        <extracomment>package-contents</extracomment>
        <translation>无法生成数据包：{0}。</translation>
    </message>
    <message>
        <source>The released file {0} is not the one the permit names: its SHA-256 is {1}, expected {2}.</source>
        <extracomment>package-payload-changed</extracomment>
        <translation>发布文件 {0} 不是授权许可所指的文件：其 SHA-256 为 {1}，应为 {2}。</translation>
    </message>
    <message>
        <source>The package {0} cannot be written: {1}. Nothing was left half-written; free space or choose another folder.</source>
        <extracomment>package-write</extracomment>
        <translation>无法写入数据包 {0}：{1}。没有留下写了一半的内容；请腾出空间或另选文件夹。</translation>
    </message>
    <message>
        <source>The package holds the path &apos;{0}&apos;, which is not allowed: {1}.</source>
        <extracomment>package-path-unsafe</extracomment>
        <translation>数据包含有不允许的路径“{0}”：{1}。</translation>
    </message>
    <message>
        <source>The package holds &apos;{0}&apos; twice.</source>
        <extracomment>package-path-twice</extracomment>
        <translation>数据包含有两个“{0}”。</translation>
    </message>
    <message>
        <source>The package holds &apos;{0}&apos; and &apos;{1}&apos;, which are the same file on some systems.</source>
        <extracomment>package-path-case</extracomment>
        <translation>数据包含有“{0}”和“{1}”，它们在某些系统上是同一文件。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; in the package is a link or a device, not a plain file.</source>
        <extracomment>package-link</extracomment>
        <translation>数据包中的“{0}”是链接或设备，不是普通文件。</translation>
    </message>
    <message>
        <source>The package goes beyond a limit of the verifier ({0}: {1}, allowed {2}); it was not unpacked any further.</source>
        <extracomment>package-too-large</extracomment>
        <translation>数据包超出核验程序的限制（{0}：{1}，允许 {2}）；未继续解包。</translation>
    </message>
    <message>
        <source>The package must hold exactly one folder with everything in it: {0}.</source>
        <extracomment>package-folder</extracomment>
        <translation>数据包须恰有一个包含全部内容的文件夹：{0}。</translation>
    </message>
    <message>
        <source>The package has no file {0}.</source>
        <extracomment>package-member-missing</extracomment>
        <translation>数据包没有文件 {0}。</translation>
    </message>
    <message>
        <source>The file {0} is in no list of the package: it was added later.</source>
        <extracomment>package-file-added</extracomment>
        <translation>文件 {0} 不在数据包的任何清单中：是事后添加的。</translation>
    </message>
    <message>
        <source>The file {0} was changed: its {1} is {2}, the package says {3}.</source>
        <extracomment>package-digest-differs</extracomment>
        <translation>文件 {0} 被改动：其 {1} 为 {2}，数据包所记为 {3}。</translation>
    </message>
    <message>
        <source>The file {0} is not as a package of this format has it: {1}.</source>
        <extracomment>package-structure</extracomment>
        <translation>文件 {0} 不符合此格式数据包的要求：{1}。</translation>
    </message>
    <message>
        <source>Line {1} of {0} is not allowed: {2}.</source>
        <extracomment>manifest-malformed</extracomment>
        <translation>{0} 的第 {1} 行不被允许：{2}。</translation>
    </message>
    <message>
        <source>Line {0} of bag-info.txt is not allowed: {1}.</source>
        <extracomment>bag-info-malformed</extracomment>
        <translation>bag-info.txt 的第 {0} 行不被允许：{1}。</translation>
    </message>
    <message>
        <source>This is not a sound zip archive: {0} (byte {1}).</source>
        <extracomment>zip-malformed</extracomment>
        <translation>这不是完好的 zip 压缩包：{0}（第 {1} 字节）。</translation>
    </message>
    <message>
        <source>The zip archive holds bytes that belong to no member: {0} (byte {1}).</source>
        <extracomment>zip-stray-bytes</extracomment>
        <translation>zip 压缩包含有不属于任何成员的字节：{0}（第 {1} 字节）。</translation>
    </message>
    <message>
        <source>The two headers of &apos;{0}&apos; in the zip archive disagree about {1}; tools would unpack different things.</source>
        <extracomment>zip-headers-disagree</extracomment>
        <translation>zip 压缩包中“{0}”的两个头部在{1}上不一致；不同工具会解出不同内容。</translation>
    </message>
    <message>
        <source>The member &apos;{0}&apos; of the zip archive is encrypted; packages are not.</source>
        <extracomment>zip-encrypted</extracomment>
        <translation>zip 压缩包的成员“{0}”已加密；数据包不应加密。</translation>
    </message>
    <message>
        <source>The member &apos;{0}&apos; of the zip archive uses {1}, which is not accepted here. Unpack it and verify the folder.</source>
        <extracomment>zip-feature</extracomment>
        <translation>zip 压缩包的成员“{0}”使用了 {1}，此处不接受。请解压后核验文件夹。</translation>
    </message>
    <message>
        <source>The member &apos;{0}&apos; of the zip archive cannot be unpacked: {1}.</source>
        <extracomment>zip-member-damaged</extracomment>
        <translation>无法解压 zip 压缩包的成员“{0}”：{1}。</translation>
    </message>
    <message>
        <source>The enclosed authority certificate (SHA-256 {0}) is not the expected one ({1}).</source>
        <extracomment>authority-differs</extracomment>
        <translation>所附的签发机构证书（SHA-256 {0}）不是预期的证书（{1}）。</translation>
    </message>
    <message>
        <source>The package was signed with another certificate (SHA-256 {0}) than the one it names ({1}): the signature was exchanged.</source>
        <extracomment>signer-differs</extracomment>
        <translation>签署数据包的证书（SHA-256 {0}）与其所指的证书（{1}）不同：签名被调换过。</translation>
    </message>
    <message>
        <source>The permit allows a file with SHA-256 {1}; {0} is another one.</source>
        <extracomment>permit-other-payload</extracomment>
        <translation>授权许可允许 SHA-256 为 {1} 的文件；{0} 是另一个文件。</translation>
    </message>
    <message>
        <source>The package was exported at {0}, but the permit is valid from {1} until {2}.</source>
        <extracomment>permit-not-valid-then</extracomment>
        <translation>数据包于 {0} 导出，但授权许可的有效期为 {1} 至 {2}。</translation>
    </message>
    <message>
        <source>The decisions behind the permit do not carry it: {0}.</source>
        <extracomment>permit-votes</extracomment>
        <translation>授权许可背后的决定不足以支持它：{0}。</translation>
    </message>
    <message>
        <source>The audit log&apos;s key in bag-info.txt is not a C2SP Ed25519 verifier key: {0}.</source>
        <extracomment>audit-key-malformed</extracomment>
        <translation>bag-info.txt 中的审计日志密钥不是 C2SP Ed25519 验证密钥：{0}。</translation>
    </message>
    <message>
        <source>The proven audit event {0} is about something else: it does not name {1}.</source>
        <extracomment>anchor-elsewhere</extracomment>
        <translation>被证明的审计事件 {0} 与此无关：其中没有 {1}。</translation>
    </message>
    <message>
        <source>This workspace has no organisation yet. Found one first: &apos;mangrove workspace new&apos;.</source>
        <extracomment>organisation-missing</extracomment>
        <translation>本工作空间尚无机构。请先建立：&apos;mangrove workspace new&apos;。</translation>
    </message>
    <message>
        <source>This workspace belongs to {0} already. One workspace serves one organisation.</source>
        <extracomment>organisation-exists</extracomment>
        <translation>本工作空间已属于 {0}。一个工作空间服务于一个机构。</translation>
    </message>
    <message>
        <source>There is no user &apos;{0}&apos;. See the list of users.</source>
        <extracomment>user-not-found</extracomment>
        <translation>没有用户“{0}”。请查看用户列表。</translation>
    </message>
    <message>
        <source>There is a user &apos;{0}&apos; already. Choose another login name.</source>
        <extracomment>user-exists</extracomment>
        <translation>已有用户“{0}”。请另选登录名。</translation>
    </message>
    <message>
        <source>The user &apos;{0}&apos; is disabled. An administrator can enable the account.</source>
        <extracomment>user-disabled</extracomment>
        <translation>用户“{0}”已停用。管理员可以启用该账户。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; cannot be a login name: 1 to 32 of a-z, 0-9, &apos;.&apos;, &apos;_&apos;, &apos;-&apos;, starting with a letter.</source>
        <extracomment>user-id-bad</extracomment>
        <translation>“{0}”不能作登录名：须为 1 至 32 个 a-z、0-9、“.”、“_”、“-”，以字母开头。</translation>
    </message>
    <message>
        <source>A displayed name has 1 to 64 characters without control characters.</source>
        <extracomment>display-name-bad</extracomment>
        <translation>显示名须为 1 至 64 个字符，不含控制字符。</translation>
    </message>
    <message>
        <source>A passphrase has at least {0} characters; choose a longer one.</source>
        <extracomment>passphrase-too-short</extracomment>
        <translation>口令至少 {0} 个字符，请选择更长的口令。</translation>
    </message>
    <message>
        <source>There is no role &apos;{0}&apos;. Roles are: {1}.</source>
        <extracomment>role-unknown</extracomment>
        <translation>没有角色“{0}”。角色有：{1}。</translation>
    </message>
    <message>
        <source>One person cannot be both {0} and {1}: {2}. Give one of the roles to somebody else.</source>
        <extracomment>roles-conflict</extracomment>
        <translation>同一人不能兼任 {0} 和 {1}：{2}。请把其中一个角色交给他人。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; lacks the role {1}. Ask somebody who has it.</source>
        <extracomment>role-needed</extracomment>
        <translation>“{0}”缺少角色 {1}。请找具备该角色的人。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is the last enabled administrator; without one nobody could add users. Name another one first.</source>
        <extracomment>last-admin</extracomment>
        <translation>“{0}”是最后一位启用的管理员；没有管理员就无人能添加用户。请先指定另一位。</translation>
    </message>
    <message>
        <source>There is a vault &apos;{0}&apos; already.</source>
        <extracomment>vault-exists</extracomment>
        <translation>已有保险库“{0}”。</translation>
    </message>
    <message>
        <source>There is no vault &apos;{0}&apos;.</source>
        <extracomment>vault-not-found</extracomment>
        <translation>没有保险库“{0}”。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; may not open the vault &apos;{1}&apos;. Somebody who may has to grant it.</source>
        <extracomment>vault-not-granted</extracomment>
        <translation>“{0}”不能打开保险库“{1}”，须由有权者授予。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is the last who may open the vault &apos;{1}&apos;; without her its secrets were lost. Grant it to somebody else first.</source>
        <extracomment>vault-last-holder</extracomment>
        <translation>“{0}”是最后一位能打开保险库“{1}”的人；失去后其中的秘密将无法找回。请先授予他人。</translation>
    </message>
    <message>
        <source>There is no secret &apos;{0}&apos;.</source>
        <extracomment>secret-not-found</extracomment>
        <translation>没有秘密“{0}”。</translation>
    </message>
    <message>
        <source>There is a secret &apos;{0}&apos; already; it is never overwritten.</source>
        <extracomment>secret-exists</extracomment>
        <translation>已有秘密“{0}”；它从不被覆盖。</translation>
    </message>
    <message>
        <source>The record of &apos;{0}&apos; does not fit its certificate ({1}): it was altered. Restore a backup.</source>
        <extracomment>identity-record-damaged</extracomment>
        <translation>“{0}”的记录与其证书不符（{1}）：被改动过。请恢复备份。</translation>
    </message>
    <message>
        <source>Users, their certificates and stored secrets are permanent, since signatures and data were made with them. Disable the user instead.</source>
        <extracomment>identity-permanent</extracomment>
        <translation>用户及其证书和保存的秘密是永久的，因为签名和数据由它们产生。请改为停用该用户。</translation>
    </message>
    <message>
        <source>{0} holds no table: it is empty.</source>
        <extracomment>csv-empty</extracomment>
        <translation>{0} 没有表：文件为空。</translation>
    </message>
    <message>
        <source>A quote opened on line {0} is never closed, so everything after it would be one cell. Close it or remove it.</source>
        <extracomment>csv-unclosed-quote</extracomment>
        <translation>第 {0} 行打开的引号一直没有闭合，其后的全部内容会成为一个单元格。请闭合或删除该引号。</translation>
    </message>
    <message>
        <source>A cell that begins on line {0} is longer than {1} bytes. A quote may be missing there; otherwise raise the limit.</source>
        <extracomment>csv-cell-too-large</extracomment>
        <translation>始于第 {0} 行的单元格超过 {1} 字节。那里可能缺少引号；否则请提高上限。</translation>
    </message>
    <message>
        <source>The row on line {0} has {1} fields where the header has {2}.</source>
        <extracomment>csv-ragged-row</extracomment>
        <translation>第 {0} 行有 {1} 个字段，而表头有 {2} 个。</translation>
    </message>
    <message>
        <source>The header has more than {0} columns. Check the delimiter.</source>
        <extracomment>csv-too-many-columns</extracomment>
        <translation>表头超过 {0} 列。请检查分隔符。</translation>
    </message>
    <message>
        <source>The record that begins on line {0} is longer than {1} bytes. Check the delimiter and the quotes.</source>
        <extracomment>csv-record-too-large</extracomment>
        <translation>始于第 {0} 行的记录超过 {1} 字节。请检查分隔符和引号。</translation>
    </message>
    <message>
        <source>{0} cannot be read as {1}: most of its bytes are no characters there. Name the encoding, or check that it is text.</source>
        <extracomment>text-undecodable</extracomment>
        <translation>{0} 不能按 {1} 读取：其中大部分字节在该编码中不是字符。请指定编码，或确认它是文本。</translation>
    </message>
    <message>
        <source>This computer&apos;s C library cannot convert from {0}.</source>
        <extracomment>text-converter-missing</extracomment>
        <translation>本机的 C 库不能从 {0} 转换。</translation>
    </message>
    <message>
        <source>{0} changed while it was read. Nothing was kept; wait until it is written completely and read it again.</source>
        <extracomment>file-changed</extracomment>
        <translation>{0} 在读取期间发生变化，未保留任何内容。请等其写完后再读。</translation>
    </message>
    <message>
        <source>The archive {0} is damaged or not complete: {1}.</source>
        <extracomment>archive-damaged</extracomment>
        <translation>压缩包 {0} 已损坏或不完整：{1}。</translation>
    </message>
    <message>
        <source>The archive {0} has no table &apos;{1}&apos;. It has: {2}.</source>
        <extracomment>archive-member-missing</extracomment>
        <translation>压缩包 {0} 中没有表“{1}”。其中有：{2}。</translation>
    </message>
    <message>
        <source>The archive {0} has {1} tables. Name one of them with --table: {2}.</source>
        <extracomment>archive-several-members</extracomment>
        <translation>压缩包 {0} 中有 {1} 个表。请用 --table 指定其一：{2}。</translation>
    </message>
    <message>
        <source>The archive {0} has no table (.csv, .tsv, .txt) in it.</source>
        <extracomment>archive-no-member</extracomment>
        <translation>压缩包 {0} 中没有表（.csv、.tsv、.txt）。</translation>
    </message>
    <message>
        <source>{0} is {1}, which cannot be read as a table. Export it as CSV.</source>
        <extracomment>format-not-supported</extracomment>
        <translation>{0} 是 {1}，不能作为表读取。请导出为 CSV。</translation>
    </message>
    <message>
        <source>This is not a profile as `mangrove profile --json` writes it ({0}). Make the profile again.</source>
        <extracomment>profile-json-invalid</extracomment>
        <translation>这不是 `mangrove profile --json` 写出的数据概况（{0}）。请重新生成。</translation>
    </message>
    <message>
        <source>The quality rules are refused at {0}: {1}. The form is described in quality-rules.schema.json.</source>
        <extracomment>quality-rules-invalid</extracomment>
        <translation>质量规则在 {0} 处被拒绝：{1}。其格式见 quality-rules.schema.json。</translation>
    </message>
    <message>
        <source>This is no quality report made by Mangrove: {0}.</source>
        <extracomment>quality-report-invalid</extracomment>
        <translation>这不是红树林生成的质量报告：{0}。</translation>
    </message>
    <message>
        <source>{0} is not a Mangrove workspace ({1}). It was not touched; choose a *.mangrove file.</source>
        <extracomment>not-a-workspace</extracomment>
        <translation>{0} 不是红树林工作空间（{1}），未被改动。请选择 *.mangrove 文件。</translation>
    </message>
    <message>
        <source>{0} was written by a newer Mangrove: it has format {1}, this program knows up to {2}. It was not touched; install the newer version.</source>
        <extracomment>workspace-newer</extracomment>
        <translation>{0} 由更新的红树林写成：其格式为 {1}，本程序最高识别 {2}。未被改动；请安装更新的版本。</translation>
    </message>
    <message>
        <source>The workspace {0} is damaged: {1}. It was left as it is; keep it and restore the last backup.</source>
        <extracomment>workspace-damaged</extracomment>
        <translation>工作空间 {0} 已损坏：{1}。已原样保留；请保存它并恢复最近的备份。</translation>
    </message>
    <message>
        <source>The workspace {0} is being changed by another program. Nothing was changed; wait and try again.</source>
        <extracomment>workspace-busy</extracomment>
        <translation>工作空间 {0} 正被另一程序更改。未作任何更改；请稍后再试。</translation>
    </message>
    <message>
        <source>There is no room left to write the workspace {0}. The step was undone; free space and try again.</source>
        <extracomment>workspace-disk-full</extracomment>
        <translation>没有空间写入工作空间 {0}。该步骤已撤销；请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the workspace {0}: {1}. The step was undone; check the disk.</source>
        <extracomment>workspace-io</extracomment>
        <translation>磁盘拒绝读写工作空间 {0}：{1}。该步骤已撤销；请检查磁盘。</translation>
    </message>
    <message>
        <source>The workspace {0} can only be read: {1}. Nothing was changed; check its permissions.</source>
        <extracomment>workspace-read-only</extracomment>
        <translation>工作空间 {0} 只能读取：{1}。未作任何更改；请检查其权限。</translation>
    </message>
    <message>
        <source>The records refuse this change because a rule of the database does not hold ({0}). Nothing was changed.</source>
        <extracomment>database-constraint</extracomment>
        <translation>记录拒绝此更改，因为数据库的一条规则不成立（{0}）。未作任何更改。</translation>
    </message>
    <message>
        <source>The records refuse this change (rule {0}). Nothing was changed.</source>
        <extracomment>database-rule</extracomment>
        <translation>记录拒绝此更改（规则 {0}）。未作任何更改。</translation>
    </message>
    <message>
        <source>A database statement is wrong: {0}. Please report it with the steps that led here.</source>
        <extracomment>database-statement</extracomment>
        <translation>数据库语句有误：{0}。请连同操作步骤一并反馈。</translation>
    </message>
    <message>
        <source>Bringing the workspace to format {0} ({1}) failed. It is as it was before.</source>
        <extracomment>migration-failed</extracomment>
        <translation>将工作空间升级到格式 {0}（{1}）失败，已保持原状。</translation>
    </message>
    <message>
        <source>Format {0} ({1}) of this workspace was made by a different program text than this program&apos;s. It was not touched; open it with the version that made it.</source>
        <extracomment>migration-changed</extracomment>
        <translation>本工作空间的格式 {0}（{1}）由不同的程序文本生成，未被改动；请用生成它的版本打开。</translation>
    </message>
    <message>
        <source>The columns of a table have different numbers of rows (column {0}). Please report it.</source>
        <extracomment>table-columns-uneven</extracomment>
        <translation>表中各列的行数不同（列 {0}）。请反馈。</translation>
    </message>
    <message>
        <source>The column {0} refers to a value it does not have. Please report it.</source>
        <extracomment>table-bad-code</extracomment>
        <translation>列 {0} 引用了不存在的值。请反馈。</translation>
    </message>
    <message>
        <source>The column {0} has more than 4 billion distinct values, more than a table in memory can hold.</source>
        <extracomment>table-too-many-values</extracomment>
        <translation>列 {0} 的不同值超过 40 亿，内存中的表无法容纳。</translation>
    </message>
    <message>
        <source>The source file of {0} is no longer at {1}. Put it back, or tell where it is now with &apos;mangrove dataset relocate&apos;.</source>
        <extracomment>source-missing</extracomment>
        <translation>{0} 的源文件已不在 {1}。请放回原处，或用 &apos;mangrove dataset relocate&apos; 说明其现在的位置。</translation>
    </message>
    <message>
        <source>The file of the released table {0} is gone from {1}. Make the release again.</source>
        <extracomment>release-missing</extracomment>
        <translation>发布版 {0} 的文件已不在 {1}。请重新生成发布版。</translation>
    </message>
    <message>
        <source>The released table {0} is no longer what was de-identified: its SHA-256 began with {1} and begins with {2} now. Make the release again from its recipe.</source>
        <extracomment>release-changed</extracomment>
        <translation>发布版 {0} 已不是当时去标识化的内容：其 SHA-256 原以 {1} 开头，现以 {2} 开头。请按其方案重新生成。</translation>
    </message>
    <message>
        <source>The session of {0} is locked. Enter the passphrase again to go on.</source>
        <extracomment>session-locked</extracomment>
        <translation>{0} 的会话已锁定。请重新输入口令以继续。</translation>
    </message>
    <message>
        <source>The data set {0} is not classified yet. Classify it first.</source>
        <extracomment>not-classified</extracomment>
        <translation>数据集 {0} 尚未分类分级。请先进行分类分级。</translation>
    </message>
    <message>
        <source>The data set {0} has no column &apos;{1}&apos;.</source>
        <extracomment>column-not-found</extracomment>
        <translation>数据集 {0} 没有列“{1}”。</translation>
    </message>
    <message>
        <source>This decision needs a reason in words; it becomes part of the record.</source>
        <extracomment>reason-missing</extracomment>
        <translation>此决定需要文字理由；理由将成为记录的一部分。</translation>
    </message>
    <message>
        <source>The request {0} names no released table. De-identify the data set, then attach the release to the request.</source>
        <extracomment>no-release</extracomment>
        <translation>申请 {0} 未指明发布版。请先对数据集去标识化，再把发布版附到申请。</translation>
    </message>
    <message>
        <source>The release {0} was made from {1}, not from {2}.</source>
        <extracomment>release-of-other-dataset</extracomment>
        <translation>发布版 {0} 由 {1} 生成，而不是由 {2} 生成。</translation>
    </message>
    <message>
        <source>There is a workspace at {0} already; it was not touched.</source>
        <extracomment>workspace-exists</extracomment>
        <translation>{0} 处已有工作空间，未被改动。</translation>
    </message>
    <message>
        <source>A workspace file is named something.mangrove; {0} is not.</source>
        <extracomment>workspace-name</extracomment>
        <translation>工作空间文件名须为“某某.mangrove”；{0} 不是。</translation>
    </message>
    <message>
        <source>The workspace&apos;s {0} {1}.</source>
        <extracomment>workspace-option</extracomment>
        <translation>工作空间的 {0} {1}。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made or written: {1}.</source>
        <extracomment>folder-blocked</extracomment>
        <translation>文件夹 {0} 无法创建或写入：{1}。</translation>
    </message>
    <message>
        <source>A {0} is never changed or removed. Nothing was changed.</source>
        <extracomment>workspace-fixed</extracomment>
        <translation>{0}从不更改或删除。未作任何更改。</translation>
    </message>
    <message>
        <source>The workspace&apos;s own record cannot be read ({0}). Restore the last backup.</source>
        <extracomment>workspace-record</extracomment>
        <translation>无法读取工作空间自身的记录（{0}）。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The source file of {0} has changed since it was registered: its SHA-256 began with {1} and begins with {2} now. Restore the old file, or register the new content as its next version with &apos;mangrove dataset renew&apos;.</source>
        <extracomment>source-changed</extracomment>
        <translation>{0} 的源文件自登记以来已经改变：其 SHA-256 原以 {1} 开头，现以 {2} 开头。请恢复原文件，或用 &apos;mangrove dataset renew&apos; 将新内容登记为下一版本。</translation>
    </message>
    <message>
        <source>The source file of {0} is the one that was registered as version {1}. There is no new version to enter.</source>
        <extracomment>dataset-unchanged</extracomment>
        <translation>{0} 的源文件就是登记为第 {1} 版的文件，没有新版本可登记。</translation>
    </message>
    <message>
        <source>There is no kind of identifier named &apos;{0}&apos;. &apos;mangrove identifier list&apos; shows them.</source>
        <extracomment>kind-unknown</extracomment>
        <translation>没有名为 &apos;{0}&apos; 的标识符种类。&apos;mangrove identifier list&apos; 可列出全部种类。</translation>
    </message>
    <message>
        <source>The subset file {0} is wrong at line {1}: it must hold one number of a data row, from 0, a line.</source>
        <extracomment>recipe-subset-malformed</extracomment>
        <translation>子集文件 {0} 第 {1} 行有误：每行必须是一个从 0 起的数据行号。</translation>
    </message>
    <message>
        <source>The column {0} has {1} cells (first at line {2}) that its transform {3} cannot read: they are not {4}. Correct them, or let the recipe say &quot;unmatched&quot;:&quot;suppress&quot; for this column.</source>
        <extracomment>deid-cells-unreadable</extracomment>
        <translation>列 {0} 有 {1} 个单元格（首个在第 {2} 行）无法被变换 {3} 读取：它们不是{4}。请更正，或在配方中为该列写 &quot;unmatched&quot;:&quot;suppress&quot;。</translation>
    </message>
    <message>
        <source>The recipe redacts the free text of the column {0}, but no detector of identifiers is at hand here.</source>
        <extracomment>deid-text-finder-missing</extracomment>
        <translation>配方要对列 {0} 的自由文本脱敏，但此处没有可用的标识检测器。</translation>
    </message>
    <message>
        <source>The recipe keeps a code index of the column {0}, but there is no place for it here. Say where to seal it, or take &quot;reversible&quot; out of the recipe.</source>
        <extracomment>deid-code-index-needed</extracomment>
        <translation>配方要求保留列 {0} 的代码索引，但此处没有存放位置。请指定密封保存的位置，或从配方中去掉 &quot;reversible&quot;。</translation>
    </message>
    <message>
        <source>The code index is damaged in line {0}. Restore it from a backup.</source>
        <extracomment>deid-code-index-damaged</extracomment>
        <translation>代码索引第 {0} 行已损坏。请从备份恢复。</translation>
    </message>
    <message>
        <source>The recipe set {0}. Its tables must agree on what links them.</source>
        <extracomment>recipe-set-invalid</extracomment>
        <translation>配方集{0}。各表必须在关联方式上一致。</translation>
    </message>
    <message>
        <source>The workbook {0} cannot be read: {1}.</source>
        <extracomment>workbook-damaged</extracomment>
        <translation>工作簿 {0} 无法读取：{1}。</translation>
    </message>
    <message>
        <source>The workbook {0} has no sheet &apos;{1}&apos;. It has: {2}.</source>
        <extracomment>workbook-sheet-missing</extracomment>
        <translation>工作簿 {0} 中没有工作表“{1}”。已有：{2}。</translation>
    </message>
    <message>
        <source>The workbook {0} exceeds a limit: {1}. Export the sheet as CSV if it is real.</source>
        <extracomment>workbook-too-large</extracomment>
        <translation>工作簿 {0} 超出限制：{1}。如果数据属实，请将该工作表导出为 CSV。</translation>
    </message>
    <message>
        <source>{0} is not proper JSON at the record on line {1}: {2}.</source>
        <extracomment>json-broken</extracomment>
        <translation>{0} 第 {1} 行的记录不是正确的 JSON：{2}。</translation>
    </message>
    <message>
        <source>The record of {0} that begins on line {1} is longer than {2} bytes. A bracket or a quote may be missing.</source>
        <extracomment>json-record-too-large</extracomment>
        <translation>{0} 中从第 {1} 行开始的记录超过 {2} 字节，可能缺少括号或引号。</translation>
    </message>
    <message>
        <source>{0} holds {1} tables. Name one of them with --table: {2}.</source>
        <extracomment>several-tables</extracomment>
        <translation>{0} 中有 {1} 个表，请用 --table 指定其中一个：{2}。</translation>
    </message>
    <message>
        <source>{0} has no table &apos;{1}&apos;. It has: {2}.</source>
        <extracomment>table-missing</extracomment>
        <translation>{0} 中没有表“{1}”。已有：{2}。</translation>
    </message>
    <message>
        <source>The database {0} cannot be read: {1}.</source>
        <extracomment>sqlite-unreadable</extracomment>
        <translation>数据库 {0} 无法读取：{1}。</translation>
    </message>
    <message>
        <source>This is no proper name of a PostgreSQL database. Write postgresql://USER@HOST/DATABASE, service=NAME or host=HOST dbname=DATABASE.</source>
        <extracomment>database-name</extracomment>
        <translation>这不是正确的 PostgreSQL 数据库名称。请写成 postgresql://USER@HOST/DATABASE、service=NAME 或 host=HOST dbname=DATABASE。</translation>
    </message>
    <message>
        <source>A password stands in the name of the database, where every user of the machine can read it. Put it into a password file (PGPASSFILE) or the variable PGPASSWORD, and change it.</source>
        <extracomment>database-password-in-name</extracomment>
        <translation>数据库名称中含有口令，本机所有用户都能看到。请将口令放入口令文件（PGPASSFILE）或环境变量 PGPASSWORD，并更换该口令。</translation>
    </message>
    <message>
        <source>There is no connection to the database: {0}.</source>
        <extracomment>database-connection</extracomment>
        <translation>无法连接数据库：{0}。</translation>
    </message>
    <message>
        <source>The database refused the query: {0} (SQLSTATE {1}).</source>
        <extracomment>database-query</extracomment>
        <translation>数据库拒绝了该查询：{0}（SQLSTATE {1}）。</translation>
    </message>
    <message>
        <source>The release {0} has no code index: its recipe keeps none (&quot;reversible&quot;), or the file in the workspace&apos;s folder codes is gone.</source>
        <extracomment>code-index-missing</extracomment>
        <translation>发布 {0} 没有代码索引：其配方未保留（&quot;reversible&quot;），或工作区 codes 文件夹中的文件已丢失。</translation>
    </message>
    <message>
        <source>{0} becomes more than {1} bytes when it is decompressed, which is the limit here. Decompress it yourself if you trust it.</source>
        <extracomment>archive-expands-too-much</extracomment>
        <translation>{0} 解压后超过 {1} 字节，超出此处的上限。如果信任该文件，请自行解压后再读取。</translation>
    </message>
    <message>
        <source>The table in {0} is encrypted. Decrypt the archive first.</source>
        <extracomment>archive-encrypted</extracomment>
        <translation>{0} 中的表已加密。请先解密该压缩包。</translation>
    </message>
    <message>
        <source>{0} may not {1}: that takes the role of {2}.</source>
        <extracomment>role-not-allowed</extracomment>
        <translation>{0} 不能{1}：这需要{2}的角色。</translation>
    </message>
    <message>
        <source>The original and the release have no column of the same name, so there is nothing to attack with. The original&apos;s columns are: {0}. The release&apos;s are: {1}.</source>
        <extracomment>attack-no-columns</extracomment>
        <translation>原始数据与发布数据没有同名的列，因此无从攻击。原始数据的列为：{0}。发布数据的列为：{1}。</translation>
    </message>
    <message>
        <source>The column {0} does not tell whose a row is: in {1} rows it is empty or repeats the value of another row. Name a column whose values are all different.</source>
        <extracomment>attack-id-repeated</extracomment>
        <translation>列 {0} 无法说明某行属于谁：有 {1} 行为空或与其他行取值重复。请指定取值各不相同的列。</translation>
    </message>
    <message>
        <source>In {1} rows of the release the column {0} holds a value that no original row has. Name a column that the release keeps as it is.</source>
        <extracomment>attack-id-foreign</extracomment>
        <translation>发布数据中有 {1} 行的列 {0} 取值在原始数据中不存在。请指定发布时保持原样的列。</translation>
    </message>
    <message>
        <source>The file {0} has no rows, so there is nothing to compare.</source>
        <extracomment>deid-utility-empty</extracomment>
        <translation>文件 {0} 没有行，无从比较。</translation>
    </message>
    <message>
        <source>The two files have no column in common. The original has: {0}. The released file has: {1}.</source>
        <extracomment>deid-utility-no-columns</extracomment>
        <translation>两个文件没有共同的列。原文件有：{0}。发布文件有：{1}。</translation>
    </message>
    <message>
        <source>There is no column {0} in both files to predict. Their common columns are: {1}.</source>
        <extracomment>deid-utility-column</extracomment>
        <translation>要预测的列 {0} 不同时存在于两个文件中。共同的列有：{1}。</translation>
    </message>
    <message>
        <source>The column to predict has {0} different values in the original; a model needs 2 to {1} classes, each row with a value, and rows to learn from and to test. Choose another column.</source>
        <extracomment>deid-utility-target</extracomment>
        <translation>要预测的列在原文件中有 {0} 个不同的值；模型需要 2 至 {1} 个类别，每行有值，并有行可供学习和检验。请选择另一列。</translation>
    </message>
    <message>
        <source>The recipe&apos;s subset names the data row {0}, but the table has {1} rows, counted from 0. Make the subset from the table that is read.</source>
        <extracomment>recipe-subset-beyond</extracomment>
        <translation>去标识化方案的子集指定了第 {0} 数据行，但该表只有 {1} 行（从 0 起计）。请按所读取的表制作子集。</translation>
    </message>
    <message>
        <source>Over all linked tables {2} persons are in groups that break k = {0} or another model of persons, with all levels at their bounds; {1} may be left out. Raise the suppression limit, allow coarser levels or drop a quasi-identifier.</source>
        <extracomment>deid-link-unmet</extracomment>
        <translation>在所有关联表中，即使各层级都已到上限，仍有 {2} 人所在的组不满足 k = {0} 或其他以人为单位的模型；最多可略去 {1} 人。请提高抑制上限、允许更粗的层级，或去掉一个准标识符。</translation>
    </message>
    <message>
        <source>The output, read back, does not hold what was counted while it was written ({0}). Nothing was kept. This is a fault of Mangrove and not of your file; please report it with the recipe.</source>
        <extracomment>deid-output-differs</extracomment>
        <translation>把输出读回来后，内容与写入时的统计不一致（{0}）。未保留任何输出。这是红树林自身的错误，与您的文件无关；请连同去标识化方案一并报告。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>%n 个月后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>%n 年后</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GovernanceWords</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>初审中</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>Ready for decision</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Released table attached</source>
        <translation>已附上发布版</translation>
    </message>
    <message>
        <source>Screening began</source>
        <translation>初审开始</translation>
    </message>
    <message>
        <source>Review began</source>
        <translation>审核开始</translation>
    </message>
    <message>
        <source>Returned to the applicant</source>
        <translation>退回申请人</translation>
    </message>
    <message>
        <source>First approval</source>
        <translation>第一次批准</translation>
    </message>
    <message>
        <source>Permit issued</source>
        <translation>授权许可已签发</translation>
    </message>
    <message>
        <source>Package exported</source>
        <translation>数据包已导出</translation>
    </message>
    <message>
        <source>Obligation fulfilled</source>
        <translation>义务已履行</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Pass with conditions</source>
        <translation>附条件通过</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Destroy the data</source>
        <translation>销毁数据</translation>
    </message>
    <message>
        <source>Name the source</source>
        <translation>注明来源</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Report the use</source>
        <translation>报告使用情况</translation>
    </message>
    <message>
        <source>Return the results</source>
        <translation>反馈成果</translation>
    </message>
    <message>
        <source>Do not pass the data on</source>
        <translation>不得转交数据</translation>
    </message>
    <message>
        <source>Do not try to re-identify anybody</source>
        <translation>不得尝试重标识任何人</translation>
    </message>
    <message>
        <source>Review again</source>
        <translation>再次审核</translation>
    </message>
    <message>
        <source>Report incidents</source>
        <translation>报告事件</translation>
    </message>
    <message>
        <source>Sign the data-use agreement</source>
        <translation>签署数据使用协议</translation>
    </message>
    <message>
        <source>Register the product</source>
        <translation>登记数据产品</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>持续有效</translation>
    </message>
    <message>
        <source>Fulfilled</source>
        <translation>已履行</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Data officer</source>
        <translation>数据官</translation>
    </message>
    <message>
        <source>Privacy reviewer</source>
        <translation>隐私审核员</translation>
    </message>
    <message>
        <source>Decider</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation>保管人</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>created the workspace</source>
        <translation>创建了工作空间</translation>
    </message>
    <message>
        <source>registered a data set</source>
        <translation>登记了数据集</translation>
    </message>
    <message>
        <source>told where the source is now</source>
        <translation>更新了源文件位置</translation>
    </message>
    <message>
        <source>profiled a data set</source>
        <translation>生成了数据概况</translation>
    </message>
    <message>
        <source>classified a data set</source>
        <translation>完成了分类分级</translation>
    </message>
    <message>
        <source>checked the quality</source>
        <translation>检查了质量</translation>
    </message>
    <message>
        <source>decided what a column is</source>
        <translation>判定了一列</translation>
    </message>
    <message>
        <source>made a de-identified table</source>
        <translation>生成了发布版</translation>
    </message>
    <message>
        <source>drafted a request</source>
        <translation>起草了申请</translation>
    </message>
    <message>
        <source>submitted a request</source>
        <translation>提交了申请</translation>
    </message>
    <message>
        <source>attached a released table</source>
        <translation>附上了发布版</translation>
    </message>
    <message>
        <source>began to screen a request</source>
        <translation>开始初审申请</translation>
    </message>
    <message>
        <source>began to review a request</source>
        <translation>开始审核申请</translation>
    </message>
    <message>
        <source>marked a request ready for decision</source>
        <translation>将申请转为待审批</translation>
    </message>
    <message>
        <source>returned a request</source>
        <translation>退回了申请</translation>
    </message>
    <message>
        <source>withdrew a request</source>
        <translation>撤回了申请</translation>
    </message>
    <message>
        <source>approved a request</source>
        <translation>批准了申请</translation>
    </message>
    <message>
        <source>rejected a request</source>
        <translation>驳回了申请</translation>
    </message>
    <message>
        <source>suspended a permit</source>
        <translation>暂停了授权许可</translation>
    </message>
    <message>
        <source>resumed a permit</source>
        <translation>恢复了授权许可</translation>
    </message>
    <message>
        <source>revoked a permit</source>
        <translation>撤销了授权许可</translation>
    </message>
    <message>
        <source>closed a request</source>
        <translation>关闭了申请</translation>
    </message>
    <message>
        <source>fulfilled an obligation</source>
        <translation>履行了义务</translation>
    </message>
    <message>
        <source>entered evidence for the gates</source>
        <translation>录入了关口依据</translation>
    </message>
    <message>
        <source>exported a package</source>
        <translation>导出了数据包</translation>
    </message>
    <message>
        <source>signed a checkpoint</source>
        <translation>签署了检查点</translation>
    </message>
    <message>
        <source>added a user</source>
        <translation>添加了用户</translation>
    </message>
    <message>
        <source>changed the roles of a user</source>
        <translation>更改了用户角色</translation>
    </message>
    <message>
        <source>disabled a user</source>
        <translation>停用了用户</translation>
    </message>
    <message>
        <source>enabled a user</source>
        <translation>启用了用户</translation>
    </message>
    <message>
        <source>changed the own passphrase</source>
        <translation>更改了自己的口令</translation>
    </message>
    <message>
        <source>shared the de-identification keys</source>
        <translation>共享了去标识化密钥</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>BagIt structure</source>
        <translation>BagIt 结构</translation>
    </message>
    <message>
        <source>Nothing added, nothing missing</source>
        <translation>无多余、无缺失</translation>
    </message>
    <message>
        <source>Tag manifest</source>
        <translation>标签清单</translation>
    </message>
    <message>
        <source>Payload digests SHA-256</source>
        <translation>载荷摘要 SHA-256</translation>
    </message>
    <message>
        <source>Payload digests SM3</source>
        <translation>载荷摘要 SM3</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封印</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签名人</translation>
    </message>
    <message>
        <source>Signature of the permit</source>
        <translation>授权许可的签名</translation>
    </message>
    <message>
        <source>Decisions behind the permit</source>
        <translation>授权许可所依据的审批</translation>
    </message>
    <message>
        <source>The permit is for this payload</source>
        <translation>授权许可与载荷相符</translation>
    </message>
    <message>
        <source>Validity of the permit</source>
        <translation>授权许可的有效期</translation>
    </message>
    <message>
        <source>Audit checkpoint</source>
        <translation>审计检查点</translation>
    </message>
    <message>
        <source>Proof of the approval</source>
        <translation>批准的证明</translation>
    </message>
    <message>
        <source>Proof of the export</source>
        <translation>导出的证明</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>授权许可</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Audit anchor</source>
        <translation>审计锚点</translation>
    </message>
    <message>
        <source>Bag file</source>
        <translation>包结构文件</translation>
    </message>
    <message>
        <source>Completely public</source>
        <translation>完全公开</translation>
    </message>
    <message>
        <source>Controlled public</source>
        <translation>受控公开</translation>
    </message>
    <message>
        <source>Enclave</source>
        <translation>领地公开共享</translation>
    </message>
    <message>
        <source>entered a new version of a data set</source>
        <translation>登记了数据集的新版本</translation>
    </message>
    <message>
        <source>looked up who codes stand for</source>
        <translation>查询了代码对应的原值</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>very low</source>
        <translation>很低</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>not classified</source>
        <translation>未分级</translation>
    </message>
    <message>
        <source>level %1 · %2</source>
        <extracomment>%1 is 1 to 5, %2 the word for it; zh: &quot;%1 级 · %2&quot;</extracomment>
        <translation>%1 级 · %2</translation>
    </message>
</context>
<context>
    <name>NoteWords</name>
    <message>
        <source>k-anonymity</source>
        <translation>k-匿名</translation>
    </message>
    <message>
        <source>GB/T 39725</source>
        <translation>GB/T 39725</translation>
    </message>
    <message>
        <source>GB/T 42460</source>
        <translation>GB/T 42460</translation>
    </message>
    <message>
        <source>l-diversity</source>
        <translation>l-多样性</translation>
    </message>
    <message>
        <source>t-closeness</source>
        <translation>t-接近</translation>
    </message>
    <message>
        <source>δ-disclosure privacy</source>
        <translation>δ-披露隐私</translation>
    </message>
    <message>
        <source>β-likeness</source>
        <translation>β-相似</translation>
    </message>
    <message>
        <source>δ-presence</source>
        <translation>δ-存在</translation>
    </message>
    <message>
        <source>k-map</source>
        <translation>k-映射</translation>
    </message>
    <message>
        <source>average risk</source>
        <translation>平均风险</translation>
    </message>
    <message>
        <source>highest risk</source>
        <translation>最高风险</translation>
    </message>
    <message>
        <source>unique records</source>
        <translation>唯一记录</translation>
    </message>
    <message>
        <source>population uniqueness</source>
        <translation>总体唯一性</translation>
    </message>
    <message>
        <source>k^m-anonymity</source>
        <translation>k^m-匿名</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>信息损失</translation>
    </message>
    <message>
        <source>average class size</source>
        <translation>平均等价类大小</translation>
    </message>
    <message>
        <source>discernibility</source>
        <translation>可辨识度</translation>
    </message>
    <message>
        <source>monotonic discernibility</source>
        <translation>单调可辨识度</translation>
    </message>
    <message>
        <source>non-uniform entropy</source>
        <translation>非均匀熵</translation>
    </message>
    <message>
        <source>monotonic non-uniform entropy</source>
        <translation>单调非均匀熵</translation>
    </message>
    <message>
        <source>normalized non-uniform entropy</source>
        <translation>归一化非均匀熵</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>height</source>
        <translation>层级高度</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>ambiguity</source>
        <translation>歧义度</translation>
    </message>
    <message>
        <source>singling out by one column</source>
        <translation>单独识别（一列）</translation>
    </message>
    <message>
        <source>singling out by several columns</source>
        <translation>单独识别（多列）</translation>
    </message>
    <message>
        <source>linkability</source>
        <translation>可链接性</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>属性推断</translation>
    </message>
    <message>
        <source>codes made with a key</source>
        <translation>用密钥制作的代码</translation>
    </message>
    <message>
        <source>cells have changed places</source>
        <translation>单元格已换位</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>changed by random amounts</source>
        <translation>按随机量改动</translation>
    </message>
    <message>
        <source>labels that are no values</source>
        <translation>标签不是值</translation>
    </message>
    <message>
        <source>not in the release</source>
        <translation>不在发布版中</translation>
    </message>
    <message>
        <source>completely public</source>
        <translation>完全公开</translation>
    </message>
    <message>
        <source>controlled public</source>
        <translation>受控公开</translation>
    </message>
    <message>
        <source>enclave public</source>
        <translation>领地公开</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>τ = 1/{0} = {1} for {2} sharing (D.1.5)</source>
        <extracomment>kTau</extracomment>
        <translation>{2}共享的 τ = 1/{0} = {1}（D.1.5）</translation>
    </message>
    <message>
        <source>Ra = {0} of {1} classes with 1/f &gt; τ = {2} (D.1.5)</source>
        <extracomment>kRa</extracomment>
        <translation>Ra = {1} 个等价类中 1/f &gt; τ 的 {0} 个 = {2}（D.1.5）</translation>
    </message>
    <message>
        <source>Rb = max 1/f = 1/{0} = {1} (D.2)</source>
        <extracomment>kRb</extracomment>
        <translation>Rb = 1/f 的最大值 = 1/{0} = {1}（D.2）</translation>
    </message>
    <message>
        <source>Rc = mean of 1/f over {0} classes = {1} (D.3)</source>
        <extracomment>kRc</extracomment>
        <translation>Rc = {0} 个等价类 1/f 的平均值 = {1}（D.3）</translation>
    </message>
    <message>
        <source>pr(context) = 1, since the data are shared completely publicly (D.1.4)</source>
        <extracomment>kContextPublic</extracomment>
        <translation>pr(context) = 1：数据完全公开共享（D.1.4）</translation>
    </message>
    <message>
        <source>pr(context) = max(deliberate {0}, inadvertent {1}, breach {2}) = {3} (D.1.4)</source>
        <extracomment>kContext</extracomment>
        <translation>pr(context) = max(故意 {0}，无意 {1}，泄露 {2}) = {3}（D.1.4）</translation>
    </message>
    <message>
        <source>R = 1, since Ra &gt; 0 (D.1.5)</source>
        <extracomment>kRExceeded</extracomment>
        <translation>R = 1，因为 Ra &gt; 0（D.1.5）</translation>
    </message>
    <message>
        <source>R = Rb × pr(context) = {0} × {1} = {2} (D.1.5)</source>
        <extracomment>kRPublic</extracomment>
        <translation>R = Rb × pr(context) = {0} × {1} = {2}（D.1.5）</translation>
    </message>
    <message>
        <source>R = Rc × pr(context) = {0} × {1} = {2} (D.1.5)</source>
        <extracomment>kRShared</extracomment>
        <translation>R = Rc × pr(context) = {0} × {1} = {2}（D.1.5）</translation>
    </message>
    <message>
        <source>Direct identifiers are present ({0}): level 1 (6.2 c)</source>
        <extracomment>kVerdict1</extracomment>
        <translation>存在直接标识符（{0}）：1 级（6.2 c）</translation>
    </message>
    <message>
        <source>R = {0} is not below {1}: level 2 (6.3 b)</source>
        <extracomment>kVerdict2</extracomment>
        <translation>R = {0}，不低于 {1}：2 级（6.3 b）</translation>
    </message>
    <message>
        <source>R = {0} &lt; {1}: level 3 (6.3)</source>
        <extracomment>kVerdict3</extracomment>
        <translation>R = {0} &lt; {1}：3 级（6.3）</translation>
    </message>
    <message>
        <source>No direct identifier and no quasi-identifier: level 4 (6.2 b)</source>
        <extracomment>kVerdict4</extracomment>
        <translation>没有直接标识符，也没有准标识符：4 级（6.2 b）</translation>
    </message>
    <message>
        <source>There is no record, so there is no risk to compute</source>
        <extracomment>kNoRecords</extracomment>
        <translation>没有记录，因此没有可计算的风险</translation>
    </message>
    <message>
        <source>The factor 1 makes generalising free for the measure {0}: its figure says nothing about lost detail.</source>
        <extracomment>kGeneralisationFree</extracomment>
        <translation>系数为 1 时，度量“{0}”对泛化不计代价：它的数值说明不了丢失了多少细节。</translation>
    </message>
    <message>
        <source>The factor 0 makes suppressing free for the measure {0}: its figure says nothing about lost records.</source>
        <extracomment>kSuppressionFree</extracomment>
        <translation>系数为 0 时，度量“{0}”对抑制不计代价：它的数值说明不了丢失了多少记录。</translation>
    </message>
    <message>
        <source>The column {0} reads * in every record.</source>
        <extracomment>kColumnSaysNothing</extracomment>
        <translation>列“{0}”在每条记录中都是 *。</translation>
    </message>
    <message>
        <source>Every quasi-identifier reads * in every record: the risk is low because they say nothing any more.</source>
        <extracomment>kNothingLeft</extracomment>
        <translation>所有准标识符在每条记录中都是 *：风险低，只是因为它们已不说明任何内容。</translation>
    </message>
    <message>
        <source>The model {0} asks for nothing: the data meet it before anything is generalised.</source>
        <extracomment>kModelWithoutEffect</extracomment>
        <translation>模型“{0}”没有提出任何要求：数据在泛化之前就已满足它。</translation>
    </message>
    <message>
        <source>The model {0} of {1} asks for nothing: the data meet it before anything is generalised.</source>
        <extracomment>kColumnModelWithoutEffect</extracomment>
        <translation>列“{1}”的模型“{0}”没有提出任何要求：数据在泛化之前就已满足它。</translation>
    </message>
    <message>
        <source>The sensitive column {0} has one value only: whoever knows that somebody is in the table knows it, whatever a model says.</source>
        <extracomment>kSensitiveConstant</extracomment>
        <translation>敏感列“{0}”只有一个值：只要知道某人在表中就知道该值，无论模型怎么说。</translation>
    </message>
    <message>
        <source>More than half of the records are suppressed ({0} of {1}).</source>
        <extracomment>kMostSuppressed</extracomment>
        <translation>半数以上的记录被抑制（{1} 条中的 {0} 条）。</translation>
    </message>
    <message>
        <source>The column {0} is not used: what the release shows of it says nothing without a key ({1}).</source>
        <extracomment>kColumnUnused</extracomment>
        <translation>未使用列“{0}”：没有密钥时，发布版中的内容说明不了任何事（{1}）。</translation>
    </message>
    <message>
        <source>The column {0} was changed by amounts nobody knows: it counts for nearness, not for linkage.</source>
        <extracomment>kColumnNear</extracomment>
        <translation>列“{0}”按无人知道的量作了改动：它用于判断远近，不用于链接。</translation>
    </message>
    <message>
        <source>{1} released labels of the column {0} can be made from no value of the original: the release was made by another recipe, or from another file.</source>
        <extracomment>kLabelsStrange</extracomment>
        <translation>列“{0}”在发布版中有 {1} 个标签无法由原表的任何值得出：发布版是用另一方案或由另一文件制作的。</translation>
    </message>
    <message>
        <source>The column {0} is not in the release, so it does not help.</source>
        <extracomment>kColumnNotReleased</extracomment>
        <translation>列“{0}”不在发布版中，因此没有帮助。</translation>
    </message>
    <message>
        <source>Row {0} of the release fits no original record that is left in the order of rows. Whose the rows are is unknown: no linkage is computed, and nobody is known to be left out. Name a column that tells records apart, or the recipe that the release was made by.</source>
        <extracomment>kRowsUnmatched</extracomment>
        <translation>按行的顺序，发布版第 {0} 行与剩下的原始记录都不相符。各行属于谁无从得知：不计算链接，也不知道谁被排除在外。请指明能区分记录的列，或制作该发布版所用的方案。</translation>
    </message>
    <message>
        <source>Nothing tells whose the released rows are, so no linkage is computed.</source>
        <extracomment>kRowsUnknown</extracomment>
        <translation>无法得知发布的各行属于谁，因此不计算链接。</translation>
    </message>
    <message>
        <source>{0} of {1} released rows fit more than one original record; the first that fits is taken for theirs.</source>
        <extracomment>kRowsUncertain</extracomment>
        <translation>发布的 {1} 行中有 {0} 行与不止一条原始记录相符；取第一条相符的记录。</translation>
    </message>
    <message>
        <source>The control group has {0} records only, so the intervals of its rates are wide.</source>
        <extracomment>kControlSmall</extracomment>
        <translation>对照组只有 {0} 条记录，因此其比率的区间很宽。</translation>
    </message>
    <message>
        <source>There is no control group: {0} records are known to be left out, and {1} are needed. The rates tell what attackers achieve, not how much of it is due to the release. Give a file with records of people who are not in it.</source>
        <extracomment>kControlNone</extracomment>
        <translation>没有对照组：已知被排除的记录有 {0} 条，而需要 {1} 条。比率说明攻击者能做到什么，但说明不了其中有多少归因于发布版。请提供不在其中的人的记录文件。</translation>
    </message>
    <message>
        <source>The control group is the {0} records that the release left out. If they were suppressed for being rare they are unlike the others, and the risks are less certain than their intervals say.</source>
        <extracomment>kControlLeftOut</extracomment>
        <translation>对照组是发布版排除的 {0} 条记录。如果它们因罕见而被抑制，就与其他记录不同，风险值不如区间所示的那样确定。</translation>
    </message>
    <message>
        <source>No known column can be compared with the release, so no linkage is computed.</source>
        <extracomment>kLinkageNoColumns</extracomment>
        <translation>没有可与发布版比较的已知列，因此不计算链接。</translation>
    </message>
    <message>
        <source>The attack “{0}” is no better than blind guesses: it is too weak to tell what a better attacker could do.</source>
        <extracomment>kAttackWeak</extracomment>
        <translation>“{0}”攻击不比盲猜更好：它太弱，说明不了更强的攻击者能做到什么。</translation>
    </message>
    <message>
        <source>The attack “{0}” on the column {1} is no better than blind guesses: it is too weak to tell what a better attacker could do.</source>
        <extracomment>kAttackWeakOn</extracomment>
        <translation>对列“{1}”的“{0}”攻击不比盲猜更好：它太弱，说明不了更强的攻击者能做到什么。</translation>
    </message>
    <message>
        <source>No condition on one column holds for exactly one released row, so nobody is singled out that way.</source>
        <extracomment>kNoPredicateUnivariate</extracomment>
        <translation>没有一个单列条件恰好只对发布版的一行成立，因此这样无法单独识别出任何人。</translation>
    </message>
    <message>
        <source>Of {1} random conditions on up to {0} columns none holds for exactly one released row, so nobody is singled out that way.</source>
        <extracomment>kNoPredicateMultivariate</extracomment>
        <translation>在至多 {0} 列上的 {1} 个随机条件中，没有一个恰好只对发布版的一行成立，因此这样无法单独识别出任何人。</translation>
    </message>
    <message>
        <source>There is no released row, so there is nobody to link or to infer from.</source>
        <extracomment>kNobodyToAttack</extracomment>
        <translation>发布版没有行，因此没有可链接或可推断的人。</translation>
    </message>
    <message>
        <source>Linkability needs two parties that each know a column of the release; it is not computed.</source>
        <extracomment>kLinkabilityNoColumns</extracomment>
        <translation>可链接性攻击需要双方各知道发布版的一列；未计算。</translation>
    </message>
    <message>
        <source>No column was named as the secret to infer.</source>
        <extracomment>kInferenceNoSecret</extracomment>
        <translation>没有指明要推断的秘密列。</translation>
    </message>
    <message>
        <source>Nothing but {0} itself is known, so it is not inferred.</source>
        <extracomment>kInferenceNoColumns</extracomment>
        <translation>除“{0}”本身外没有已知内容，因此不作推断。</translation>
    </message>
    <message>
        <source>Nothing tells which rows of the two files are the same person&apos;s, so cells are not compared row by row. Give the report of the release, or name a column that tells records apart.</source>
        <extracomment>kRowsUnpaired</extracomment>
        <translation>无法得知两个文件中哪些行属于同一个人，因此不逐行比较单元格。请提供发布版的报告，或指明能区分记录的列。</translation>
    </message>
    <message>
        <source>The report is of another original or of another release, so it does not tell which rows are the same.</source>
        <extracomment>kReportOfOthers</extracomment>
        <translation>该报告属于另一原表或另一发布版，因此说明不了哪些行相同。</translation>
    </message>
    <message>
        <source>The release leaves out {0} of {1} rows, and its report does not say which: how many cells changed is what the report counted.</source>
        <extracomment>kRowsLeftOut</extracomment>
        <translation>发布版排除了 {1} 行中的 {0} 行，而其报告未说明是哪些行：改动的单元格数以报告的计数为准。</translation>
    </message>
    <message>
        <source>Which released rows are of the people that the model is tested on is unknown: it may have learnt from some of them, which makes the release look a little better than it is.</source>
        <extracomment>kModelRowsUnpaired</extracomment>
        <translation>发布版中哪些行属于模型测试所用的人无从得知：模型可能学习过其中一些，使发布版看起来略好于实际。</translation>
    </message>
    <message>
        <source>No control group was held back either: the recipe makes no table of the other records alone.</source>
        <extracomment>kControlUnmade</extracomment>
        <translation>也未留出对照组：该方案无法仅由其余记录制作一张表。</translation>
    </message>
    <message>
        <source>{1} cells of the column {0} (first at line {2}) were unknown to its transform and are suppressed.</source>
        <extracomment>kCellsUnmatched</extracomment>
        <translation>列 {0} 有 {1} 个单元格（首个在第 {2} 行）不为其变换所识别，已被抑制。</translation>
    </message>
    <message>
        <source>Removed because the recipe does not name them: {0}.</source>
        <extracomment>kColumnsUnlisted</extracomment>
        <translation>因方案未列出而删除的列：{0}。</translation>
    </message>
    <message>
        <source>{0} rows are not in the recipe&apos;s subset: they are not written and only say how many people look like the released ones.</source>
        <extracomment>kRowsOnlyPopulation</extracomment>
        <translation>{0} 行不在方案的子集内：它们不写出，只用来说明有多少人与所发布的人相似。</translation>
    </message>
    <message>
        <source>Direct identifiers are left in the output: {0}. By GB/T 42460 it is level 1.</source>
        <extracomment>kDirectLeft</extracomment>
        <translation>输出中仍留有直接标识符：{0}。按 GB/T 42460 为 1 级。</translation>
    </message>
    <message>
        <source>Every record is suppressed: there is no risk, and no data.</source>
        <extracomment>kAllSuppressed</extracomment>
        <translation>所有记录都被抑制：没有风险，也没有数据。</translation>
    </message>
    <message>
        <source>All records form one single class: the quasi-identifiers tell nothing any more.</source>
        <extracomment>kOneClass</extracomment>
        <translation>所有记录同属一个等价类：准标识符不再说明任何信息。</translation>
    </message>
    <message>
        <source>{0} rows that the recipe&apos;s subset does not name are written all the same, since they are of persons whom it names in other rows: in linked tables a subset is one of persons.</source>
        <extracomment>kRowsOfSubsetPersons</extracomment>
        <translation>方案的子集未列出的 {0} 行也已写出，因为它们属于子集在其他行中列出的人：在关联表中，子集以人为单位。</translation>
    </message>
    <message>
        <source>{0} persons of the subset are in none of the tables.</source>
        <extracomment>kPersonsAbsent</extracomment>
        <translation>子集中有 {0} 人不在任何一张表中。</translation>
    </message>
    <message>
        <source>The control group is {0} of {1} records that were held back at random: singling out, linkability and inference are tried on a table that the recipe makes of the others at the same levels.</source>
        <extracomment>kControlHeldBack</extracomment>
        <translation>对照组是 {1} 条记录中随机留出的 {0} 条：单独识别、可链接性和属性推断在方案以相同层级由其余记录制作的表上尝试。</translation>
    </message>
    <message>
        <source>The table beside the control group is made without the model {0}: it judges the whole table, and at levels that are chosen already nothing could be done about its verdict on fewer records.</source>
        <extracomment>kControlModelDropped</extracomment>
        <translation>与对照组相比的表制作时不用模型 {0}：它评判整张表，而层级已定，对较少记录的评判结果无从补救。</translation>
    </message>
    <message>
        <source>For the table beside the control group the suppression limit of {0} is lifted: at the same levels groups of fewer records are too small more often. {1} of its {2} records were suppressed, where the recipe suppresses {3} of all.</source>
        <extracomment>kControlLimitLifted</extracomment>
        <translation>与对照组相比的表取消了抑制上限 {0}：在相同层级下，记录减少后更多的组会过小。其 {2} 条记录中抑制了 {1} 条，而方案对全部记录抑制 {3} 条。</translation>
    </message>
    <message>
        <source>Cells are compared in {0} of the {1} released rows, chosen by a hash of their key: the shares of changed cells are those of this sample.</source>
        <extracomment>kRowsSampled</extracomment>
        <translation>在 {1} 行发布数据中比较了 {0} 行的单元格，这些行按其键的散列值选取：变化单元格的占比是该样本的占比。</translation>
    </message>
    <message>
        <source>{0} columns hold codes that stand for their values ({1}); they are not in the mean change of the columns.</source>
        <extracomment>kCodesOutOfMean</extracomment>
        <translation>{0} 列以代码代替原值（{1}）；它们不计入各列变化的均值。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>De-identify</source>
        <translation>去标识化</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>Line above the header</source>
        <translation>表头上方的行</translation>
    </message>
    <message>
        <source>Row of another width</source>
        <translation>列数不符的行</translation>
    </message>
    <message>
        <source>Line of totals</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>Quote out of place</source>
        <translation>位置不当的引号</translation>
    </message>
    <message>
        <source>Column without a name</source>
        <translation>无名称的列</translation>
    </message>
    <message>
        <source>Repeated column name</source>
        <translation>重复的列名</translation>
    </message>
    <message>
        <source>Undecodable column name</source>
        <translation>无法解码的列名</translation>
    </message>
    <message>
        <source>Undecodable byte</source>
        <translation>无法解码的字节</translation>
    </message>
    <message>
        <source>Line in another encoding</source>
        <translation>其他编码的行</translation>
    </message>
    <message>
        <source>NUL byte</source>
        <translation>NUL 字节</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Short rows filled up</source>
        <translation>已补齐的短行</translation>
    </message>
    <message>
        <source>Lines of totals</source>
        <translation>合计行总数</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Quotes out of place</source>
        <translation>位置不当的引号总数</translation>
    </message>
    <message>
        <source>Undecodable bytes</source>
        <translation>无法解码的字节总数</translation>
    </message>
    <message>
        <source>Lines in another encoding</source>
        <translation>其他编码的行总数</translation>
    </message>
    <message>
        <source>NUL bytes</source>
        <translation>NUL 字节总数</translation>
    </message>
    <message>
        <source>Uncertain encoding</source>
        <translation>编码不确定</translation>
    </message>
    <message>
        <source>No record of the table</source>
        <translation>不是该表的记录</translation>
    </message>
    <message>
        <source>Field outside the table</source>
        <translation>表外的字段</translation>
    </message>
    <message>
        <source>Broken record</source>
        <translation>损坏的记录</translation>
    </message>
    <message>
        <source>Values that are no numbers</source>
        <translation>不是数字的值</translation>
    </message>
    <message>
        <source>Entry without a resource</source>
        <translation>没有资源的条目</translation>
    </message>
    <message>
        <source>Changes not yet written</source>
        <translation>尚未写入的更改</translation>
    </message>
    <message>
        <source>Binary values</source>
        <translation>二进制值</translation>
    </message>
    <message>
        <source>Other sheets</source>
        <translation>其他工作表</translation>
    </message>
    <message>
        <source>Rows above the header</source>
        <translation>表头上方的行</translation>
    </message>
    <message>
        <source>Error value</source>
        <translation>错误值</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Medical care</source>
        <translation>医疗</translation>
    </message>
    <message>
        <source>Medical insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Pharmaceuticals</source>
        <translation>医药</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Direct identifier</source>
        <translation>直接标识符</translation>
    </message>
    <message>
        <source>Quasi-identifier</source>
        <translation>准标识符</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感属性</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>医务人员信息</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构标识符</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Nothing recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Column name</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>校验位</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>from a secondary source</source>
        <translation>来自二手资料</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Normativity</source>
        <translation>规范性</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确性</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>时效性</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>可访问性</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Pass with violations</source>
        <translation>有瑕疵通过</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Every cell is filled</source>
        <translation>每个单元格都有值</translation>
    </message>
    <message>
        <source>Every value has the right form</source>
        <translation>每个值形式正确</translation>
    </message>
    <message>
        <source>The key occurs once</source>
        <translation>主键不重复</translation>
    </message>
    <message>
        <source>The dates are in order</source>
        <translation>日期先后正确</translation>
    </message>
    <message>
        <source>The table has no column %1.</source>
        <translation>表中没有列 %1。</translation>
    </message>
    <message>
        <source>The column %1 is empty.</source>
        <translation>列 %1 为空。</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表中没有行。</translation>
    </message>
    <message>
        <source>%1: nothing wrong in %2 cells.</source>
        <translation>%1：%2 个单元格均无问题。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 cells are missing.</source>
        <translation>%1：%3 个单元格中缺失 %2 个。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 rows share their key with another row.</source>
        <translation>%1：%3 行中有 %2 行与其他行主键重复。</translation>
    </message>
    <message>
        <source>%1: in %2 of %3 rows the later date comes first.</source>
        <translation>%1：%3 行中有 %2 行的日期先后颠倒。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 values are not of the right form.</source>
        <translation>%1：%3 个值中有 %2 个形式不正确。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Suppress</source>
        <translation>抑制</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>假名</translation>
    </message>
    <message>
        <source>Generalise</source>
        <translation>泛化</translation>
    </message>
    <message>
        <source>Date shift</source>
        <translation>日期偏移</translation>
    </message>
    <message>
        <source>The values stay as they are.</source>
        <translation>取值保持不变。</translation>
    </message>
    <message>
        <source>The column leaves the table. Nobody can restore it.</source>
        <translation>该列从表中去除，任何人都无法恢复。</translation>
    </message>
    <message>
        <source>Part of each value is covered; what is left narrows it down.</source>
        <translation>遮盖每个值的一部分；余下部分仍会缩小范围。</translation>
    </message>
    <message>
        <source>Each value gets a fixed code made with a secret key. Only the holder of the key can link it back.</source>
        <translation>每个值以密钥生成固定代码，只有密钥持有人能够关联回去。</translation>
    </message>
    <message>
        <source>Values are replaced by a wider group. Nobody can restore the exact value.</source>
        <translation>取值替换为更宽的组，任何人都无法恢复精确值。</translation>
    </message>
    <message>
        <source>All dates of a person move by the same secret number of days; intervals stay.</source>
        <translation>同一人的所有日期移动相同的保密天数，间隔不变。</translation>
    </message>
    <message>
        <source>Insensitive</source>
        <translation>非敏感</translation>
    </message>
    <message>
        <source>k-anonymity, k = %1</source>
        <translation>k-匿名，k = %1</translation>
    </message>
    <message>
        <source>GB/T 39725: every group larger than 5</source>
        <translation>GB/T 39725：每组均大于 5</translation>
    </message>
    <message>
        <source>GB/T 42460: level 3 or better</source>
        <translation>GB/T 42460：3 级或更好</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Stale decision</source>
        <translation>过时的判定</translation>
    </message>
    <message>
        <source>Free text: it may name persons whatever is found in it.</source>
        <translation>自由文本：无论查出什么，都可能提到个人。</translation>
    </message>
    <message>
        <source>The name says so, and %1 of %2 distinct values fit.</source>
        <translation>列名如此，且 %2 个不同值中有 %1 个符合。</translation>
    </message>
    <message>
        <source>The name says so; the values alone prove nothing.</source>
        <translation>列名如此；仅凭取值不能证明。</translation>
    </message>
    <message>
        <source>%1 of %2 distinct values fit, more than chance gives.</source>
        <translation>%2 个不同值中有 %1 个符合，超出偶然。</translation>
    </message>
    <message>
        <source>Because a person or a rule says so.</source>
        <translation>由人工判定或规则得出。</translation>
    </message>
    <message>
        <source>Neither name nor values point to anything.</source>
        <translation>列名与取值均未指向任何种类。</translation>
    </message>
    <message>
        <source>the name points to it</source>
        <translation>列名指向该种类</translation>
    </message>
    <message>
        <source>%1 of %2 distinct values fit</source>
        <translation>%2 个不同值中有 %1 个符合</translation>
    </message>
    <message>
        <source>the values are in a known list</source>
        <translation>取值在已知列表中</translation>
    </message>
    <message>
        <source>what stands around it points to it</source>
        <translation>上下文指向该种类</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1，%2（%3）</translation>
    </message>
    <message>
        <source>proposed class</source>
        <translation>建议的类别</translation>
    </message>
    <message>
        <source>proposed kind</source>
        <translation>建议的种类</translation>
    </message>
    <message>
        <source>type of the values</source>
        <translation>值的类型</translation>
    </message>
    <message>
        <source>form of the values</source>
        <translation>值的形式</translation>
    </message>
    <message>
        <source>share of missing values</source>
        <translation>缺失值占比</translation>
    </message>
    <message>
        <source>share of distinct values</source>
        <translation>不同值占比</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation>替身值</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>分箱</translation>
    </message>
    <message>
        <source>Limit extremes</source>
        <translation>截尾</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>Shorten date</source>
        <translation>截短日期</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>加噪</translation>
    </message>
    <message>
        <source>Micro-aggregate</source>
        <translation>微聚集</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>置换</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>清空单元格</translation>
    </message>
    <message>
        <source>Redact text</source>
        <translation>文本脱敏</translation>
    </message>
    <message>
        <source>Each value becomes another of the same form, reversible with the secret key.</source>
        <translation>每个值变成同样形式的另一个值，可用密钥还原。</translation>
    </message>
    <message>
        <source>Each value becomes a made-up one that is nobody&apos;s; equal values stay equal.</source>
        <translation>每个值换成虚构的、不属于任何人的值；相同的值仍相同。</translation>
    </message>
    <message>
        <source>Numbers become intervals; differences inside are gone.</source>
        <translation>数值变成区间；区间内的差别消失。</translation>
    </message>
    <message>
        <source>Values at or beyond a bound become one group; all others stay exact.</source>
        <translation>达到或超出界限的值归为一组，其余保持精确。</translation>
    </message>
    <message>
        <source>Numbers are rounded to a multiple.</source>
        <translation>数值取整到某个倍数。</translation>
    </message>
    <message>
        <source>Only the year, quarter, month or week of a date stays.</source>
        <translation>日期只保留年、季度、月或周。</translation>
    </message>
    <message>
        <source>A random amount is added to each number; sums and means stay about right.</source>
        <translation>每个数值加上随机量；总和与均值大致不变。</translation>
    </message>
    <message>
        <source>Each number becomes the average of a group of similar rows.</source>
        <translation>每个数值换成一组相似行的平均值。</translation>
    </message>
    <message>
        <source>The cells of the column change places; relations to other columns are gone.</source>
        <translation>该列的单元格互换位置；与其他列的关系消失。</translation>
    </message>
    <message>
        <source>Single cells are emptied by rule; the others stay exact.</source>
        <translation>按规则清空个别单元格，其余保持精确。</translation>
    </message>
    <message>
        <source>Identifiers found in the text are replaced; those missed stay.</source>
        <translation>文本中识别出的标识被替换；漏识别的仍保留。</translation>
    </message>
    <message>
        <source>l-diversity of %1, l = %2</source>
        <translation>%1 的 l-多样性，l = %2</translation>
    </message>
    <message>
        <source>t-closeness of %1, t = %2</source>
        <translation>%1 的 t-接近，t = %2</translation>
    </message>
    <message>
        <source>δ-disclosure privacy of %1, δ = %2</source>
        <translation>%1 的 δ-披露隐私，δ = %2</translation>
    </message>
    <message>
        <source>β-likeness of %1, β = %2</source>
        <translation>%1 的 β-相似，β = %2</translation>
    </message>
    <message>
        <source>δ-presence, %1 to %2</source>
        <translation>δ-存在，%1 至 %2</translation>
    </message>
    <message>
        <source>k-map, k = %1</source>
        <translation>k-映射，k = %1</translation>
    </message>
    <message>
        <source>average risk at most %1</source>
        <translation>平均风险不超过 %1</translation>
    </message>
    <message>
        <source>highest risk at most %1</source>
        <translation>最高风险不超过 %1</translation>
    </message>
    <message>
        <source>unique records at most %1</source>
        <translation>唯一记录不超过 %1</translation>
    </message>
    <message>
        <source>unique in the population at most %1</source>
        <translation>总体中唯一不超过 %1</translation>
    </message>
    <message>
        <source>k^m-anonymity, k = %1, m = %2</source>
        <translation>k^m-匿名，k = %1，m = %2</translation>
    </message>
    <message>
        <source>%1: measured %2 to %3</source>
        <translation>%1：实测 %2 至 %3</translation>
    </message>
    <message>
        <source>%1: measured %2</source>
        <translation>%1：实测 %2</translation>
    </message>
</context>
<context>
    <name>mangrove::gui::Workbench</name>
    <message>
        <source>Making the demo workspace</source>
        <translation>正在生成演示工作空间</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AnalysisTab</name>
    <message>
        <source>The status bar shows how far it is. Everything else can be used.</source>
        <translation>状态栏显示进度。其余功能可照常使用。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AttackChoices</name>
    <message>
        <source>Control file…</source>
        <translation>对照文件…</translation>
    </message>
    <message>
        <source>Control: %1</source>
        <translation>对照：%1</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>quasi-identifiers</source>
        <translation>准标识符</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>秘密</translation>
    </message>
    <message>
        <source>Raw records of people who are not in this data set, to compare with. Without a file, records that the table leaves out or that are held back at random.</source>
        <translation>不在本数据集中的人员的原始记录，用于对照。没有文件时，使用该表未收入的记录，或随机留出的记录。</translation>
    </message>
    <message>
        <source>Without the control file</source>
        <translation>不用对照文件</translation>
    </message>
    <message>
        <source>the quasi-identifiers</source>
        <translation>准标识符</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>敏感列</translation>
    </message>
    <message>
        <source>the sensitive columns</source>
        <translation>敏感列</translation>
    </message>
    <message>
        <source>Party A</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>every other known column</source>
        <translation>隔一取一的已知列</translation>
    </message>
    <message>
        <source>Party B</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>the other known columns</source>
        <translation>其余已知列</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AttackTab</name>
    <message>
        <source>nothing to try</source>
        <translation>无可尝试</translation>
    </message>
    <message>
        <source>no control group</source>
        <translation>没有对照组</translation>
    </message>
    <message>
        <source>What would an attacker find out?</source>
        <translation>攻击者能发现什么？</translation>
    </message>
    <message>
        <source>Attack the table</source>
        <translation>攻击该表</translation>
    </message>
    <message>
        <source>Attacking the table</source>
        <translation>正在攻击该表</translation>
    </message>
    <message>
        <source>Linkage: who is who?</source>
        <translation>链接：谁是谁？</translation>
    </message>
    <message>
        <source>Of each original record the attacker knows the columns and picks one of the rows that fit; all are equally likely. Record linkage as in GB/T 37964-2019, 4.3.2; the chance for one person is compared with τ of GB/T 42460-2023, D.1.5.</source>
        <translation>攻击者知道每条原始记录的这些列，并从相符的行中等概率地选取一行。重标识攻击见 GB/T 37964-2019 4.3.2；单人机会与 GB/T 42460-2023 D.1.5 的 τ 比较。</translation>
    </message>
    <message>
        <source>People found by the number of known columns</source>
        <translation>按已知列数找到的人</translation>
    </message>
    <message>
        <source>Singling out, linkability, inference</source>
        <translation>单独识别、可链接性、属性推断</translation>
    </message>
    <message>
        <source>Attacks with baseline and control group</source>
        <translation>带盲猜基线和对照组的攻击</translation>
    </message>
    <message>
        <source>Nothing could be tried; the notes say why.</source>
        <translation>无可尝试；原因见说明。</translation>
    </message>
    <message>
        <source>Columns known</source>
        <translation>已知列数</translation>
    </message>
    <message>
        <source>%1 of %2 choices</source>
        <translation>%2 种选法中的 %1 种</translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s)</source>
        <translation>
            <numerusform>%n 种选法</numerusform>
        </translation>
    </message>
    <message>
        <source>Right on average</source>
        <translation>平均认对</translation>
    </message>
    <message>
        <source>Right at best</source>
        <translation>最多认对</translation>
    </message>
    <message>
        <source>For certain</source>
        <translation>确定认对</translation>
    </message>
    <message>
        <source>Best columns</source>
        <translation>最有效的列</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>攻击</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Succeeds</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Blindly</source>
        <translation>盲猜</translation>
    </message>
    <message>
        <source>On others</source>
        <translation>对他人</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What these figures rest on</source>
        <translation>这些数值的依据</translation>
    </message>
    <message numerus="yes">
        <source>Right, knowing all %n column(s)</source>
        <translation>
            <numerusform>已知全部 %n 列时认对</numerusform>
        </translation>
    </message>
    <message>
        <source>Found for certain</source>
        <translation>确定找到</translation>
    </message>
    <message>
        <source>%1 more are taken for somebody else, %2 fit no row</source>
        <translation>另有 %1 人被误认为他人，%2 人与任何行都不相符</translation>
    </message>
    <message>
        <source>Best chance for one person</source>
        <translation>单人最大机会</translation>
    </message>
    <message>
        <source>above τ = %1 for this kind of sharing</source>
        <translation>高于此共享方式的 τ = %1</translation>
    </message>
    <message>
        <source>within τ = %1 for this kind of sharing</source>
        <translation>不超过此共享方式的 τ = %1</translation>
    </message>
    <message>
        <source>Linkability</source>
        <translation>可链接性</translation>
    </message>
    <message>
        <source>Each attack is tried on people in the table, blindly, and on people who are not in it; the brackets are Wilson&apos;s 95 % interval. Added risk = (success − others) / (1 − others). Giomi et al., PoPETs 2023(2), 5.1 to 5.3 and eq. 3.</source>
        <translation>每种攻击都分别对表中的人、以盲猜方式、对不在表中的人进行尝试；括号内为 Wilson 95 % 置信区间。增加的风险 =（成功率 − 他人）/（1 − 他人）。Giomi 等，PoPETs 2023(2)，5.1 至 5.3 节及式 3。</translation>
    </message>
    <message>
        <source>Added risk</source>
        <translation>增加的风险</translation>
    </message>
    <message>
        <source>Singling out, 1 column</source>
        <translation>单独识别（一列）</translation>
    </message>
    <message numerus="yes">
        <source>Singling out, ≤ %n columns</source>
        <translation>
            <numerusform>单独识别（至多 %n 列）</numerusform>
        </translation>
    </message>
    <message>
        <source>added risk</source>
        <translation>风险增加</translation>
    </message>
    <message>
        <source>no added risk</source>
        <translation>未见风险增加</translation>
    </message>
    <message>
        <source>of %1 sampled records (%2)</source>
        <translation>共抽样 %1 条记录（%2）</translation>
    </message>
    <message>
        <source>of %1 records (%2)</source>
        <translation>共 %1 条记录（%2）</translation>
    </message>
    <message>
        <source>Inference: %1</source>
        <translation>推断“%1”</translation>
    </message>
    <message>
        <source>too weak</source>
        <translation>攻击太弱</translation>
    </message>
    <message>
        <source>The table is made for this alone, attacked and deleted again. You see how many people an attacker gets right by the columns known, whether single people can be singled out, linked or their secrets inferred, and how much of that is due to the table.</source>
        <translation>仅为此制作一张表，对其进行攻击，然后删除。您会看到攻击者凭已知的列能认对多少人，能否单独识别、链接个人或推断其秘密，以及其中有多少归因于该表。</translation>
    </message>
    <message>
        <source>Between who knows %1 and who knows %2.</source>
        <translation>一方知道 %1，另一方知道 %2。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AuditPage</name>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>De-identification</source>
        <translation>去标识化</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>核验日志</translation>
    </message>
    <message>
        <source>Sign a checkpoint</source>
        <translation>签署检查点</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No event matches the filters.</source>
        <translation>没有符合筛选条件的事件。</translation>
    </message>
    <message>
        <source>All objects</source>
        <translation>全部对象</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Reading the audit log</source>
        <translation>正在读取审计日志</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>Verifying the audit log</source>
        <translation>正在核验审计日志</translation>
    </message>
    <message>
        <source>The log is being verified.</source>
        <translation>日志正在核验。</translation>
    </message>
    <message>
        <source>Append-only: nothing is ever changed or removed, and that can be proved.</source>
        <translation>只增不改：任何内容都不会被更改或删除，并且可以证明。</translation>
    </message>
    <message>
        <source>Verifying every event…</source>
        <translation>正在核验每个事件…</translation>
    </message>
    <message>
        <source>Not verified yet.</source>
        <translation>尚未核验。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>event %1: %2</source>
        <translation>事件 %1：%2</translation>
    </message>
    <message>
        <source>The log does not verify (%1). Compare it with the last package or backup.</source>
        <translation>日志核验未通过（%1）。请与最近的数据包或备份比对。</translation>
    </message>
    <message>
        <source>last checkpoint %1</source>
        <translation>最近检查点 %1</translation>
    </message>
    <message>
        <source>no checkpoint yet</source>
        <translation>尚无检查点</translation>
    </message>
    <message>
        <source>%1 · root %2 · verified %3 · %4</source>
        <translation>%1 · 默克尔根 %2 · 核验于%3 · %4</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in to sign a checkpoint.</source>
        <translation>登录后才能签署检查点。</translation>
    </message>
    <message>
        <source>%1 signs the present state of the audit log. Whoever keeps a copy of the checkpoint elsewhere can prove later that nothing before it was changed.</source>
        <translation>%1 将对审计日志的当前状态签名。在别处保存检查点副本的人，日后可以证明此前的内容未被更改。</translation>
    </message>
    <message>
        <source>Sign the checkpoint</source>
        <translation>签署检查点</translation>
    </message>
    <message>
        <source>Signing a checkpoint</source>
        <translation>正在签署检查点</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>叶子</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Proof that the event is in the log</source>
        <translation>事件在日志中的证明</translation>
    </message>
    <message>
        <source>Prove that it is in the log</source>
        <translation>证明其在日志中</translation>
    </message>
    <message>
        <source>Making a proof</source>
        <translation>正在生成证明</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AuthorizationsPage</name>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Start the review</source>
        <translation>开始审核</translation>
    </message>
    <message>
        <source>Ready for decision</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>暂停…</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Hand off</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Authorizations</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新建申请</translation>
    </message>
    <message>
        <source>Nobody has asked for data yet</source>
        <translation>还没有人申请数据</translation>
    </message>
    <message>
        <source>A request says who wants which table, for what and until when. Another person decides it; nobody decides the own request.</source>
        <translation>申请写明谁要哪张表、用于什么、到何时为止。由另一人审批；任何人都不能审批自己的申请。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>No request matches the filters.</source>
        <translation>没有符合筛选条件的申请。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the requests</source>
        <translation>正在读取申请</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Only an applicant or a data officer asks for data.</source>
        <translation>只有申请人或数据官可以申请数据。</translation>
    </message>
    <message>
        <source>There is no data set to ask for.</source>
        <translation>没有可申请的数据集。</translation>
    </message>
    <message>
        <source>Finish the request on the page first.</source>
        <translation>请先完成页面上的申请。</translation>
    </message>
    <message>
        <source>Who may have what, decided by two pairs of eyes.</source>
        <translation>谁可以得到什么，由双人复核决定。</translation>
    </message>
    <message>
        <source>No request is waiting for a decision.</source>
        <translation>没有待审批的申请。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for a decision.</source>
        <translation>
            <numerusform>%n 个申请等待审批。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to do with this request.</source>
        <translation>此申请没有待办事项。</translation>
    </message>
    <message>
        <source>Checking what may be done</source>
        <translation>正在检查可执行的操作</translation>
    </message>
    <message>
        <source>An act is under way.</source>
        <translation>正在执行操作。</translation>
    </message>
    <message>
        <source>Writing the request</source>
        <translation>正在写入申请</translation>
    </message>
    <message>
        <source>Submitting the request</source>
        <translation>正在提交申请</translation>
    </message>
    <message>
        <source>Moving the request</source>
        <translation>正在流转申请</translation>
    </message>
    <message>
        <source>%1: “%2”. The reason becomes part of the record.</source>
        <translation>%1：“%2”。理由将写入记录。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Sign and approve</source>
        <translation>签名并批准</translation>
    </message>
    <message>
        <source>Sign and reject</source>
        <translation>签名并驳回</translation>
    </message>
    <message>
        <source>%1 approves “%2” with a signature: %3 may receive the table until %4.</source>
        <translation>%1 以签名批准“%2”：%3 可在 %4 前接收该表。</translation>
    </message>
    <message>
        <source>%1 rejects “%2” with a signature. A rejected request cannot be taken up again.</source>
        <translation>%1 以签名驳回“%2”。驳回的申请不能再次启用。</translation>
    </message>
    <message>
        <source>Approve the request</source>
        <translation>批准申请</translation>
    </message>
    <message>
        <source>Reject the request</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Approving the request</source>
        <translation>正在批准申请</translation>
    </message>
    <message>
        <source>Rejecting the request</source>
        <translation>正在驳回申请</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>收起详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>错误详情</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::CataloguePage</name>
    <message>
        <source>Source missing</source>
        <translation>源文件缺失</translation>
    </message>
    <message>
        <source>Source changed</source>
        <translation>源文件已变</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新登记</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>未分类分级</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to decide</source>
        <translation>
            <numerusform>%n 列待判定</numerusform>
        </translation>
    </message>
    <message>
        <source>Quality not checked</source>
        <translation>质量未检查</translation>
    </message>
    <message>
        <source>Ready to de-identify</source>
        <translation>可去标识化</translation>
    </message>
    <message numerus="yes">
        <source>%n released table(s)</source>
        <translation>
            <numerusform>%n 个发布版</numerusform>
        </translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Register a file…</source>
        <translation>登记文件…</translation>
    </message>
    <message>
        <source>Name, owner or column</source>
        <translation>名称、责任部门或列名</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>No data set matches the filters.</source>
        <translation>没有符合筛选条件的数据集。</translation>
    </message>
    <message>
        <source>No data sets yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <source>A data set is the description of a file: where it is, its columns, its fingerprint. The file itself stays where it is.</source>
        <translation>数据集是对文件的描述：位置、列和指纹。文件本身留在原处。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Reading the catalogue</source>
        <translation>正在读取目录</translation>
    </message>
    <message>
        <source>Columns to decide</source>
        <translation>待判定的列</translation>
    </message>
    <message>
        <source>Source missing or changed</source>
        <translation>源文件缺失或已变</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in to register a file.</source>
        <translation>登录后才能登记文件。</translation>
    </message>
    <message>
        <source>Only a data officer registers files.</source>
        <translation>只有数据官可以登记文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s), %1 rows. The files stay where they are.</source>
        <translation>
            <numerusform>%n 个数据集，共 %1 行。文件留在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every registered data set.</source>
        <translation>所有已登记的数据集。</translation>
    </message>
    <message>
        <source>Register a file</source>
        <translation>登记文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Registering %1</source>
        <translation>正在登记 %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <comment>how many</comment>
        <translation>列数</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.gz *.zst *.zip *.db *.sqlite)</source>
        <translation>数据表 (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.gz *.zst *.zip *.db *.sqlite)</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ChangesTab</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>Other type</source>
        <translation>类型改变</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>明显偏移</translation>
    </message>
    <message>
        <source>Drifting</source>
        <translation>略有漂移</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>No column matches the filters.</source>
        <translation>没有符合筛选条件的列。</translation>
    </message>
    <message>
        <source>PSI: population stability index, under 0.1 stable, from 0.25 shifted (Siddiqi 2006). KS: largest distance of the two distribution functions (Smirnov 1939). Shifted, too: the distinct values more than doubled or halved.</source>
        <translation>PSI：群体稳定性指数，低于 0.1 为稳定，达到 0.25 为明显偏移（Siddiqi 2006）。KS：两个分布函数的最大差距（Smirnov 1939）。不同值超过原来两倍或不足一半的，也算明显偏移。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>PSI</source>
        <translation>PSI</translation>
    </message>
    <message>
        <source>KS</source>
        <translation>KS</translation>
    </message>
    <message>
        <source>Version %1 has %2 rows, as many as version %3.</source>
        <translation>第 %1 版有 %2 行，与第 %3 版相同。</translation>
    </message>
    <message>
        <source>Version %1 has %2 rows; version %3 had %4.</source>
        <translation>第 %1 版有 %2 行；第 %3 版有 %4 行。</translation>
    </message>
    <message>
        <source>This version is not profiled yet</source>
        <translation>这一版还没有概况</translation>
    </message>
    <message>
        <source>Its columns are compared with those of version %1 once it is.</source>
        <translation>生成概况后，会把各列与第 %1 版比较。</translation>
    </message>
    <message>
        <source>Profile and classify</source>
        <translation>生成概况并分类分级</translation>
    </message>
    <message>
        <source>No earlier version to compare with</source>
        <translation>没有可比较的早先版本</translation>
    </message>
    <message>
        <source>When the source holds other content and it is entered as the next version, this shows what changed: rows, columns, types, and how far values have drifted.</source>
        <translation>源文件内容改变并登记为下一版后，这里显示变化：行、列、类型，以及取值漂移的程度。</translation>
    </message>
    <message>
        <source>Compared with:</source>
        <translation>比较对象：</translation>
    </message>
    <message>
        <source>Earlier version to compare with</source>
        <translation>用于比较的早期版本</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>%1 rows, until %2</source>
        <translation>%1 行，至 %2</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::Chart</name>
    <message>
        <source>the picture could not be saved</source>
        <translation>图片无法保存</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>以图表显示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ColumnRelationsCard</name>
    <message>
        <source>%2 grows closely with %1.</source>
        <translation>%2随%1紧密增长。</translation>
    </message>
    <message>
        <source>%2 falls closely as %1 grows.</source>
        <translation>%1增大时%2紧密减小。</translation>
    </message>
    <message>
        <source>%2 mostly grows with %1.</source>
        <translation>%2大多随%1增长。</translation>
    </message>
    <message>
        <source>%2 mostly falls as %1 grows.</source>
        <translation>%1增大时%2大多减小。</translation>
    </message>
    <message>
        <source>%2 tends to grow with %1.</source>
        <translation>%2有随%1增长的倾向。</translation>
    </message>
    <message>
        <source>%2 tends to fall as %1 grows.</source>
        <translation>%1增大时%2有减小的倾向。</translation>
    </message>
    <message>
        <source>Knowing %1 or %2 nearly gives the other away.</source>
        <translation>知道%1或%2，几乎就知道另一个。</translation>
    </message>
    <message>
        <source>Values of %1 mostly occur with certain values of %2.</source>
        <translation>%1的值大多与%2的特定值一起出现。</translation>
    </message>
    <message>
        <source>Some values of %1 occur more often with some of %2.</source>
        <translation>%1的某些值较常与%2的某些值一起出现。</translation>
    </message>
    <message>
        <source>determines</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>correlates</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>goes with</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>%1 Not in proportion.</source>
        <translation>%1但不成比例。</translation>
    </message>
    <message>
        <source>%1 A few extreme values may make it.</source>
        <translation>%1可能只因少数极端值。</translation>
    </message>
    <message>
        <source>Pearson %1, Spearman %2</source>
        <translation>Pearson %1，Spearman %2</translation>
    </message>
    <message>
        <source>Within this data set</source>
        <translation>本数据集之内</translation>
    </message>
    <message>
        <source>Relations between columns</source>
        <translation>列之间的关系</translation>
    </message>
    <message>
        <source>No column says more about another than chance would.</source>
        <translation>没有哪一列对另一列的说明超过偶然。</translation>
    </message>
    <message>
        <source>Determines: strength is μ, 1 = holds in every row, 0 = chance (Piatetsky-Shapiro &amp; Matheus 1993); except: share of rows to remove so that it holds, g3 (Kivinen &amp; Mannila 1995). Correlates: the greater of Pearson&apos;s r and Spearman&apos;s ρ. Goes with: Cramér&apos;s V, corrected for bias (Bergsma 2013). Rows: those that could contradict. What chance would show is left out.</source>
        <translation>决定：强度为 μ，1 = 每行都成立，0 = 偶然（Piatetsky-Shapiro 与 Matheus 1993）；例外：要使其成立须去掉的行所占比例 g3（Kivinen 与 Mannila 1995）。相关：Pearson r 与 Spearman ρ 中较大者。关联：经偏差校正的 Cramér V（Bergsma 2013）。行数：可能与之矛盾的行。偶然即可出现的不列出。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Except</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All %1 rows were looked at.</source>
        <translation>查看了全部 %1 行。</translation>
    </message>
    <message>
        <source>A sample of %1 of %2 rows was looked at.</source>
        <translation>查看了 %2 行中的 %1 行样本。</translation>
    </message>
    <message>
        <source>Every value occurs once in: %1.</source>
        <translation>每个值只出现一次的列：%1。</translation>
    </message>
    <message>
        <source>One value or none in: %1.</source>
        <translation>只有一个值或没有值的列：%1。</translation>
    </message>
    <message>
        <source>The strongest are listed; %1 were found.</source>
        <translation>仅列出最强的；共找到 %1 个。</translation>
    </message>
    <message>
        <source>The table has too many columns to pair them all; only the first ones were.</source>
        <translation>列太多，无法全部两两比较；只比较了前面的列。</translation>
    </message>
    <message>
        <source>Equal %1 always means equal %2.</source>
        <translation>%1相同则%2必相同。</translation>
    </message>
    <message>
        <source>Equal %1 nearly always means equal %2.</source>
        <translation>%1相同则%2几乎总是相同。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ColumnsBox</name>
    <message>
        <source>As proposed: %1</source>
        <translation>按建议：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::CommandPalette</name>
    <message>
        <source>A command, a page, a data set or a request</source>
        <translation>命令、页面、数据集或申请</translation>
    </message>
    <message>
        <source>Search or do</source>
        <translation>搜索或执行</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配结果</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::Commands</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DataTab</name>
    <message>
        <source>Rows of the file</source>
        <translation>文件的行</translation>
    </message>
    <message>
        <source>Show direct identifiers</source>
        <translation>显示直接标识符</translation>
    </message>
    <message>
        <source>%1 rows, read from the file as they come into view.</source>
        <translation>共 %1 行，滚动到时才从文件读取。</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>显示前 %1 行。</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>正在读取行</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DatasetLinksCard</name>
    <message>
        <source>One row here, one row there.</source>
        <translation>此处一行对彼处一行。</translation>
    </message>
    <message>
        <source>One row here, several there.</source>
        <translation>此处一行对彼处多行。</translation>
    </message>
    <message>
        <source>Several rows here, one there.</source>
        <translation>此处多行对彼处一行。</translation>
    </message>
    <message>
        <source>Several rows on both sides.</source>
        <translation>两边都是多行。</translation>
    </message>
    <message>
        <source>With other data sets</source>
        <translation>与其他数据集</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Relations with other data sets</source>
        <translation>与其他数据集的关系</translation>
    </message>
    <message>
        <source>No column of this data set has enough values in common with one of another.</source>
        <translation>本数据集没有一列与其他数据集的列有足够多的共同值。</translation>
    </message>
    <message>
        <source>Found there: share of this column&apos;s distinct values that the other column has; found here: the other way round. Several rows on both sides join groups, not records. Columns that agree by chance, and dates, times and amounts, are left out.</source>
        <translation>彼处可见：本列的不同值中对方列也有的比例；此处可见：反之。两边都是多行的只能连接分组，不能连接记录。偶然一致的列以及日期、时间和金额不列出。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行对应</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Its column</source>
        <translation>对方的列</translation>
    </message>
    <message>
        <source>Found there</source>
        <translation>彼处可见</translation>
    </message>
    <message>
        <source>Found here</source>
        <translation>此处可见</translation>
    </message>
    <message>
        <source>Values shared</source>
        <translation>共同值</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>%1 was not compared. %2</source>
        <translation>%1 未比较。%2</translation>
    </message>
    <message>
        <source>There is no other data set in the workspace to compare with.</source>
        <translation>工作空间中没有其他数据集可比较。</translation>
    </message>
    <message numerus="yes">
        <source>Compared with %n other data set(s).</source>
        <translation>
            <numerusform>与另外 %n 个数据集作了比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>The best are listed; %1 were found.</source>
        <translation>仅列出最好的；共找到 %1 个。</translation>
    </message>
    <message>
        <source>Left out: %1 pairs of columns with few values in common, %2 of numbers that agree by chance, %3 of dates, times and amounts.</source>
        <translation>未列出：共同值很少的列对 %1 个，偶然一致的数值列对 %2 个，日期、时间和金额列对 %3 个。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DatasetPage</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>数据概况</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>血缘</translation>
    </message>
    <message>
        <source>Parts of the data set</source>
        <translation>数据集的各部分</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Check the source</source>
        <translation>核对源文件</translation>
    </message>
    <message>
        <source>Profile and classify</source>
        <translation>生成概况并分类分级</translation>
    </message>
    <message>
        <source>No data set to show</source>
        <translation>没有可显示的数据集</translation>
    </message>
    <message>
        <source>Register a file in the catalogue, then come back here.</source>
        <translation>请先在目录中登记文件，再回到这里。</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>打开目录</translation>
    </message>
    <message>
        <source>Reading the data set</source>
        <translation>正在读取数据集</translation>
    </message>
    <message>
        <source>One data set with its columns, rows, classes and history.</source>
        <translation>一个数据集及其列、行、类别和历史。</translation>
    </message>
    <message>
        <source>The source file is not where it was registered.</source>
        <translation>源文件不在登记的位置。</translation>
    </message>
    <message>
        <source>The source file has another size than when it was registered.</source>
        <translation>源文件的大小与登记时不同。</translation>
    </message>
    <message>
        <source>Registered, not profiled yet.</source>
        <translation>已登记，尚未生成概况。</translation>
    </message>
    <message>
        <source>Profiled, not classified yet.</source>
        <translation>已生成概况，尚未分类分级。</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) need a person&apos;s decision.</source>
        <translation>
            <numerusform>%n 列需要人工判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Profiled and classified; every column is decided.</source>
        <translation>已生成概况并分类分级；每一列都已判定。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Only a data officer or a privacy reviewer assesses data sets.</source>
        <translation>只有数据官或隐私审核员可以评估数据集。</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>Profiling %1</source>
        <translation>正在生成 %1 的概况</translation>
    </message>
    <message>
        <source>Classifying %1</source>
        <translation>正在对 %1 分类分级</translation>
    </message>
    <message>
        <source>Checking the source of %1</source>
        <translation>正在核对 %1 的源文件</translation>
    </message>
    <message>
        <source>The source file is exactly the one that was registered.</source>
        <translation>源文件与登记时完全一致。</translation>
    </message>
    <message>
        <source>The file holds other content than version %1. Enter it as the next version, then assess it; decisions on columns go on.</source>
        <translation>文件内容与第 %1 版不同。请登记为下一版本，然后评估；对列的判定继续有效。</translation>
    </message>
    <message>
        <source>Enter version %1</source>
        <translation>登记第 %1 版</translation>
    </message>
    <message>
        <source>Accept the proposals</source>
        <translation>接受建议</translation>
    </message>
    <message numerus="yes">
        <source>%1 accepts what is proposed for %n column(s) of “%2”. Each decision becomes part of the record.</source>
        <translation>
            <numerusform>%1 接受对“%2”中 %n 列的建议。每项判定都写入记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The proposal is right.</source>
        <translation>建议正确。</translation>
    </message>
    <message numerus="yes">
        <source>Recording %n decision(s)</source>
        <translation>
            <numerusform>正在记录 %n 项判定</numerusform>
        </translation>
    </message>
    <message>
        <source>Entering the new version of %1</source>
        <translation>正在登记 %1 的新版本</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Comparing with version %1</source>
        <translation>正在与版本 %1 比较</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DecisionForm</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Not an identifier</source>
        <translation>不是标识符</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>记录判定</translation>
    </message>
    <message>
        <source>Reason (becomes part of the record)</source>
        <translation>理由（写入记录）</translation>
    </message>
    <message>
        <source>It is something else</source>
        <translation>是别的内容</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>This column came with a new version. Classify the data set again.</source>
        <translation>该列随新版本出现。请重新分类分级。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Proposal: %1. Confidence %2.</source>
        <translation>建议：%1。置信度 %2。</translation>
    </message>
    <message>
        <source>The decision of version %1 is stale, for this has changed since: %2. Until somebody decides again, the stricter of both counts.</source>
        <translation>第 %1 版的判定已过时，此后有变化：%2。在有人重新判定之前，取两者中较严者。</translation>
    </message>
    <message>
        <source>no particular kind</source>
        <translation>不指定种类</translation>
    </message>
    <message>
        <source>Classify the data set again.</source>
        <translation>请重新分类分级。</translation>
    </message>
    <message>
        <source>Write down the reason first.</source>
        <translation>请先写明理由。</translation>
    </message>
    <message>
        <source>The proposal is right.</source>
        <translation>建议正确。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DeidentifyPage</name>
    <message>
        <source>De-identification</source>
        <translation>去标识化</translation>
    </message>
    <message>
        <source>Make the table…</source>
        <translation>生成发布版…</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Shared as</source>
        <translation>共享方式</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>De-identified tables of this data set</source>
        <translation>此数据集的发布版</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>去标识化方案</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>尚无。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>GB/T 42460</source>
        <translation>GB/T 42460</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>Reading the recipe</source>
        <translation>正在读取去标识化方案</translation>
    </message>
    <message>
        <source>No data set to de-identify</source>
        <translation>没有可去标识化的数据集</translation>
    </message>
    <message>
        <source>Register a file in the catalogue first.</source>
        <translation>请先在目录中登记文件。</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>打开目录</translation>
    </message>
    <message>
        <source>“%1” is not classified yet</source>
        <translation>“%1”尚未分类分级</translation>
    </message>
    <message>
        <source>A recipe is proposed from what each column is. Profile and classify the data set first.</source>
        <translation>方案根据各列是什么来建议。请先生成概况并分类分级。</translation>
    </message>
    <message>
        <source>Open the data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Trying the recipe on %1</source>
        <translation>正在 %1 上试行方案</translation>
    </message>
    <message>
        <source>Highest prosecutor risk</source>
        <translation>检察官攻击最高风险</translation>
    </message>
    <message>
        <source>before %1 · level %2 (τ %3, R %4)</source>
        <translation>之前 %1 · %2 级（τ %3，R %4）</translation>
    </message>
    <message>
        <source>Information kept</source>
        <translation>保留的信息</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) suppressed</source>
        <translation>
            <numerusform>抑制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>GB/T 39725 10.2 d: every group larger than 5; the smallest has %1.</source>
        <translation>GB/T 39725 10.2 d：每组大于 5；最小的组有 %1。</translation>
    </message>
    <message>
        <source>The recipe does not meet its models yet.</source>
        <translation>方案尚未满足其模型。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Only a data officer de-identifies.</source>
        <translation>只有数据官可以去标识化。</translation>
    </message>
    <message>
        <source>A table is being made.</source>
        <translation>正在生成发布版。</translation>
    </message>
    <message>
        <source>The recipe has not been tried yet.</source>
        <translation>方案尚未试行。</translation>
    </message>
    <message>
        <source>What is done to each column, what risk and what use are left.</source>
        <translation>对每一列做什么，剩余多少风险与可用性。</translation>
    </message>
    <message>
        <source>Meets: %1</source>
        <translation>满足：%1</translation>
    </message>
    <message>
        <source>Does not meet: %1</source>
        <translation>不满足：%1</translation>
    </message>
    <message>
        <source>Make the de-identified table</source>
        <translation>生成去标识化的发布版</translation>
    </message>
    <message>
        <source>%1 makes a de-identified table of “%2” with the recipe shown: %3 columns, about %4 rows. It is recorded in the audit log and can then be requested.</source>
        <translation>%1 将按所示方案生成“%2”的发布版：%3 列，约 %4 行。此操作记入审计日志，之后即可申请。</translation>
    </message>
    <message>
        <source>Make the table</source>
        <translation>生成发布版</translation>
    </message>
    <message>
        <source>De-identifying %1</source>
        <translation>正在对 %1 去标识化</translation>
    </message>
    <message>
        <source>%1 is made: %2 rows, highest risk %3. It can be requested now.</source>
        <translation>%1 已生成：%2 行，最高风险 %3。现在可以申请。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DetailsPanel</name>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ExplanationTab</name>
    <message>
        <source>finer breaks the models</source>
        <translation>更细则不满足模型</translation>
    </message>
    <message>
        <source>finer costs more</source>
        <translation>更细则损失更大</translation>
    </message>
    <message>
        <source>finest allowed</source>
        <translation>允许的最细层级</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%2 的%1 %3</translation>
    </message>
    <message>
        <source>Why these levels?</source>
        <translation>为什么是这些层级？</translation>
    </message>
    <message>
        <source>For each quasi-identifier you see what one level less and one more would mean, which groups are suppressed and for which model, what the next best levels cost, and whether the result only looks good.</source>
        <translation>对每个准标识符，您会看到少一级和多一级意味着什么、哪些等价类因哪个模型被抑制、次优层级的代价，以及结果是否只是看起来好。</translation>
    </message>
    <message>
        <source>Explain the levels</source>
        <translation>解释层级</translation>
    </message>
    <message>
        <source>Explaining the levels</source>
        <translation>正在解释层级</translation>
    </message>
    <message>
        <source>Level by level</source>
        <translation>逐级说明</translation>
    </message>
    <message>
        <source>Reasons for the level of each column</source>
        <translation>各列层级的理由</translation>
    </message>
    <message>
        <source>Suppressed groups by size</source>
        <translation>按大小列出的被抑制等价类</translation>
    </message>
    <message>
        <source>With local recoding each group of similar records has levels of its own, so there is nothing to explain level by level.</source>
        <translation>局部重编码时，每组相似记录各有自己的层级，因此无法逐级解释。</translation>
    </message>
    <message numerus="yes">
        <source>%n suppressed</source>
        <translation>
            <numerusform>抑制 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: too many</source>
        <translation>%1：过多</translation>
    </message>
    <message>
        <source>loss %1, %2</source>
        <translation>损失 %1，%2</translation>
    </message>
    <message>
        <source>By themselves the models would suppress: %1.</source>
        <translation>各模型单独会抑制：%1。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>One level less</source>
        <translation>少一级</translation>
    </message>
    <message>
        <source>One level more</source>
        <translation>多一级</translation>
    </message>
    <message>
        <source>Records in a group</source>
        <translation>等价类的记录数</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>等价类</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Beware</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>The next best levels cost</source>
        <translation>次优层级的代价</translation>
    </message>
    <message>
        <source>No other combination of levels meets the models.</source>
        <translation>没有其他层级组合满足模型。</translation>
    </message>
    <message>
        <source>%1 at level %2</source>
        <translation>%1 取 %2 级</translation>
    </message>
    <message>
        <source>%1; the best met, not proven</source>
        <translation>%1；已遇到的最优，未经证明</translation>
    </message>
    <message>
        <source>Information loss, measure “%1”</source>
        <translation>信息损失，度量“%1”</translation>
    </message>
    <message>
        <source>the least of %1 combinations of levels</source>
        <translation>%1 种层级组合中最小</translation>
    </message>
    <message>
        <source>the least met; %1 of %2 combinations were looked at</source>
        <translation>已遇到的最小值；查看了 %2 种组合中的 %1 种</translation>
    </message>
    <message>
        <source>Records suppressed</source>
        <translation>抑制的记录</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个等价类</numerusform>
        </translation>
    </message>
    <message>
        <source>One level less or more of that column alone, all others as they are. Level 0 is the value itself; less loss is better. By themselves the models would suppress: %1.</source>
        <translation>仅该列少一级或多一级，其余不变。0 级为原值；损失越小越好。各模型单独会抑制：%1。</translation>
    </message>
    <message>
        <source>A group is all records that look alike in the quasi-identifiers (equivalence class, GB/T 42460-2023, Annex D). Those that break a model leave the table.</source>
        <translation>等价类是准标识符取值相同的全部记录（GB/T 42460-2023 附录 D）。不满足模型的等价类不进入该表。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FieldsTab</name>
    <message>
        <source>To decide</source>
        <translation>待判定</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Not classified yet</source>
        <translation>尚未分类分级</translation>
    </message>
    <message>
        <source>Classification looks at every distinct value and at the names of the columns, and proposes a class and a level for each, with its evidence.</source>
        <translation>分类分级查看每一个不同值和列名，为每列建议类别与级别，并给出依据。</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类分级</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已判定</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>No column matches the filters.</source>
        <translation>没有符合筛选条件的列。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Samples, masked</source>
        <translation>样值（已屏蔽）</translation>
    </message>
    <message>
        <source>Accept the proposals</source>
        <translation>接受建议</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n proposal(s)…</source>
        <translation>
            <numerusform>接受 %n 条建议…</numerusform>
        </translation>
    </message>
    <message>
        <source>Every column shown is decided.</source>
        <translation>所示各列均已判定。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FilterChipRow</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FrontierCard</name>
    <message>
        <source>Information kept against average risk</source>
        <translation>保留信息与平均风险</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 combinations of levels meet the models; %n of them are beaten by no other in average risk (to the right) and information kept (up). Choose one to take its levels.</source>
        <translation>
            <numerusform>%2 个层级组合中有 %1 个满足模型；其中 %n 个在平均风险（向右）与保留信息（向上）两方面不被其他组合胜过。选择一个即采用其层级。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FrontierChart</name>
    <message>
        <source>highest admissible risk</source>
        <translation>可接受的最高风险</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选方案</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>admissible</source>
        <translation>可接受</translation>
    </message>
    <message>
        <source>not admissible</source>
        <translation>不可接受</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s).</source>
        <translation>
            <numerusform>%n 个候选方案。</numerusform>
        </translation>
    </message>
    <message>
        <source>The current one has risk %1 and utility %2.</source>
        <translation>当前方案的风险为 %1，可用性为 %2。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::HandoffPage</name>
    <message>
        <source>Hand-off</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Export the package…</source>
        <translation>导出数据包…</translation>
    </message>
    <message>
        <source>Packing list</source>
        <translation>装箱清单</translation>
    </message>
    <message>
        <source>Approved request</source>
        <translation>已批准的申请</translation>
    </message>
    <message>
        <source>Files of the package</source>
        <translation>数据包中的文件</translation>
    </message>
    <message>
        <source>Nothing is approved for hand-off.</source>
        <translation>没有已批准可交付的申请。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>at export</source>
        <translation>导出时生成</translation>
    </message>
    <message>
        <source>Packages that have left</source>
        <translation>已交付的数据包</translation>
    </message>
    <message>
        <source>Nothing has left this workspace.</source>
        <translation>还没有数据离开此工作空间。</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>交付时间</translation>
    </message>
    <message>
        <source>Reading the packages</source>
        <translation>正在读取数据包</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Writing the packing list</source>
        <translation>正在写装箱清单</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>A package is being made.</source>
        <translation>正在生成数据包。</translation>
    </message>
    <message>
        <source>No request is approved for hand-off.</source>
        <translation>没有已批准可交付的申请。</translation>
    </message>
    <message>
        <source>As soon as a request is approved, this list shows exactly what its package will hold.</source>
        <translation>申请一经批准，此清单就准确列出数据包将包含的内容。</translation>
    </message>
    <message>
        <source>For %1 (%2), until %3. Exactly these files will be in the package; nothing else leaves.</source>
        <translation>交付给 %1（%2），有效至 %3。数据包中只有这些文件，其他内容一律不会离开。</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) have left this workspace.</source>
        <translation>
            <numerusform>%n 个数据包已离开此工作空间。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the package</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>Packages (*.zip)</source>
        <translation>数据包 (*.zip)</translation>
    </message>
    <message numerus="yes">
        <source>%1 signs and exports %n file(s) for %2. The export is recorded and cannot be taken back.</source>
        <translation>
            <numerusform>%1 将为 %2 签名并导出 %n 个文件。导出会被记录，且无法收回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation>签名并导出</translation>
    </message>
    <message>
        <source>Exporting “%1”</source>
        <translation>正在导出“%1”</translation>
    </message>
    <message>
        <source>%1 is written to %2 (%3).</source>
        <translation>%1 已写入 %2（%3）。</translation>
    </message>
    <message>
        <source>Verify a package</source>
        <translation>核验数据包</translation>
    </message>
    <message>
        <source>Verifying a package</source>
        <translation>正在核验数据包</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>关口</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::HeatStrip</name>
    <message>
        <source>Quality by data set and dimension</source>
        <translation>按数据集和维度的质量</translation>
    </message>
    <message>
        <source>%1, %2: %3 conform, %4 of %5 checks fail</source>
        <translation>%1，%2：%3 符合，%5 项检查中 %4 项未通过</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::HelpDialog</name>
    <message>
        <source>Help and shortcuts</source>
        <translation>帮助与快捷键</translation>
    </message>
    <message>
        <source>Everything the workbench can do is in the palette (Ctrl+K): type a few letters of a command, a page, a data set or a request.</source>
        <translation>工作台的全部功能都在命令面板中（Ctrl+K）：输入命令、页面、数据集或申请的几个字即可。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::HistogramChart</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处理前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处理后</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>No values.</source>
        <translation>没有值。</translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s); the highest is %1 with %2.</source>
        <translation>
            <numerusform>%n 个条形；最高的是 %1，为 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::JobsModel</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::KeyValueList</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::LineageTab</name>
    <message>
        <source>Source</source>
        <translation>源文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>De-identified tables</source>
        <translation>发布版</translation>
    </message>
    <message>
        <source>None has been made from this data set yet.</source>
        <translation>尚未由此数据集生成发布版。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Highest risk</source>
        <translation>最高风险</translation>
    </message>
    <message>
        <source>GB/T 42460</source>
        <translation>GB/T 42460</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>去标识化方案</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Nothing has left this workspace.</source>
        <translation>还没有数据离开此工作空间。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>授权许可</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>交付时间</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::MainWindow</name>
    <message>
        <source>Mangrove %1</source>
        <translation>红树林 %1</translation>
    </message>
    <message>
        <source>A workbench for governed health data. Free software under the GNU General Public License, version 3 or later, without any warranty. Its source comes with it.</source>
        <translation>健康医疗数据治理工作台。自由软件，按 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保；随附源代码。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: done in %2</source>
        <translation>%1：完成，用时 %2</translation>
    </message>
    <message>
        <source>Mangrove</source>
        <translation>红树林</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>未打开工作空间</translation>
    </message>
    <message>
        <source>Verifying the audit log</source>
        <translation>正在核验审计日志</translation>
    </message>
    <message>
        <source>Audit log not verified</source>
        <translation>审计日志未核验</translation>
    </message>
    <message>
        <source>Audit verified %1</source>
        <translation>审计日志已核验 %1</translation>
    </message>
    <message>
        <source>%1 events · root %2</source>
        <translation>%1 个事件 · 根 %2</translation>
    </message>
    <message>
        <source>The audit log is broken</source>
        <translation>审计日志已被破坏</translation>
    </message>
    <message>
        <source>Reading the catalogue</source>
        <translation>正在读取目录</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Creating the workspace</source>
        <translation>正在创建工作空间</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作空间</translation>
    </message>
    <message>
        <source>Workspaces (*.mangrove)</source>
        <translation>工作空间 (*.mangrove)</translation>
    </message>
    <message>
        <source>Reading the users</source>
        <translation>正在读取用户</translation>
    </message>
    <message>
        <source>The demo&apos;s passphrases are in %1.</source>
        <translation>演示用口令见 %1。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Supplied</source>
        <translation>供得出</translation>
    </message>
    <message>
        <source>Circulated</source>
        <translation>流得动</translation>
    </message>
    <message>
        <source>Used well</source>
        <translation>用得好</translation>
    </message>
    <message>
        <source>Kept safe</source>
        <translation>保安全</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>未分类分级</translation>
    </message>
    <message>
        <source>De-identified tables</source>
        <translation>发布版</translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation>待处理申请</translation>
    </message>
    <message>
        <source>Active permits</source>
        <translation>生效的授权许可</translation>
    </message>
    <message>
        <source>Packages handed off</source>
        <translation>已交付数据包</translation>
    </message>
    <message>
        <source>Quality checks passed</source>
        <translation>质量检查通过率</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>保留的行</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Highest re-identification risk</source>
        <translation>最高重标识风险</translation>
    </message>
    <message>
        <source>Columns to decide</source>
        <translation>待判定的列</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Quality: share of cells that conform</source>
        <translation>质量：符合规则的单元格占比</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>近期活动</translation>
    </message>
    <message>
        <source>No data sets yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <source>Register the file of an extract. It stays where it is; only what is found out about it is kept here.</source>
        <translation>登记一份数据提取文件。文件留在原处，此处只保存对它的了解。</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>打开目录</translation>
    </message>
    <message>
        <source>What can be supplied, what circulates, how well it serves, how safe it is.</source>
        <translation>能供出什么、流通了什么、用得多好、有多安全。</translation>
    </message>
    <message>
        <source>Reading the overview</source>
        <translation>正在读取总览</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 · nothing is waiting</source>
        <translation>%1 · 没有待办</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n thing(s) to do</source>
        <translation>
            <numerusform>%1 · %n 项待办</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 行，%2 列</translation>
    </message>
    <message>
        <source>every column has a class and a level</source>
        <translation>每一列都有类别与级别</translation>
    </message>
    <message numerus="yes">
        <source>%n not profiled</source>
        <translation>
            <numerusform>%n 个未生成概况</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>ready to be requested</source>
        <translation>可供申请</translation>
    </message>
    <message>
        <source>median %1 days to a decision</source>
        <translation>审批用时中位数 %1 天</translation>
    </message>
    <message>
        <source>of %1 requests</source>
        <translation>共 %1 个申请</translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) within 30 days</source>
        <translation>
            <numerusform>%n 个在 30 天内到期</numerusform>
        </translation>
    </message>
    <message>
        <source>none ends within 30 days</source>
        <translation>30 天内无到期</translation>
    </message>
    <message>
        <source>%1 in the last 30 days</source>
        <translation>近 30 天 %1 个</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>%1 of %2 fail, %3 critical</source>
        <translation>%2 项中 %1 项未通过，%3 项严重</translation>
    </message>
    <message>
        <source>after de-identification</source>
        <translation>去标识化之后</translation>
    </message>
    <message>
        <source>organisations hold a package</source>
        <translation>个机构持有数据包</translation>
    </message>
    <message>
        <source>GB/T 42460 level %1 on average</source>
        <translation>GB/T 42460 平均 %1 级</translation>
    </message>
    <message>
        <source>of all released tables</source>
        <translation>全部发布版之中</translation>
    </message>
    <message>
        <source>nothing released yet</source>
        <translation>尚无发布版</translation>
    </message>
    <message>
        <source>no column is in doubt</source>
        <translation>没有存疑的列</translation>
    </message>
    <message>
        <source>a person has to decide</source>
        <translation>需要人工判定</translation>
    </message>
    <message>
        <source>does not verify</source>
        <translation>核验未通过</translation>
    </message>
    <message>
        <source>verified · checkpoint %1</source>
        <translation>已核验 · 检查点 %1</translation>
    </message>
    <message>
        <source>verified · no checkpoint yet</source>
        <translation>已核验 · 尚无检查点</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::PreviewTables</name>
    <message>
        <source>Before</source>
        <translation>处理前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处理后</translation>
    </message>
    <message>
        <source>Show direct identifiers</source>
        <translation>显示直接标识符</translation>
    </message>
    <message>
        <source>Rows before</source>
        <translation>处理前的行</translation>
    </message>
    <message>
        <source>Rows after</source>
        <translation>处理后的行</translation>
    </message>
    <message>
        <source>Nothing to show: no level meets the models.</source>
        <translation>没有可显示的内容：没有层级满足模型。</translation>
    </message>
    <message>
        <source>The record is suppressed: its group is too small.</source>
        <translation>该记录被抑制：所在组过小。</translation>
    </message>
    <message>
        <source>The column leaves the table.</source>
        <translation>该列从表中去除。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ProfileTab</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>No column matches the filters.</source>
        <translation>没有符合筛选条件的列。</translation>
    </message>
    <message>
        <source>Not profiled yet</source>
        <translation>尚未生成概况</translation>
    </message>
    <message>
        <source>Profiling reads the file once and counts: types, missing and distinct values, distributions, patterns. Then the columns are classified.</source>
        <translation>生成概况只读一遍文件并计数：类型、缺失值、不同值、分布、模式。随后对列分类分级。</translation>
    </message>
    <message>
        <source>Profile and classify</source>
        <translation>生成概况并分类分级</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待判定</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由文本</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read.</source>
        <translation>
            <numerusform>有 %n 行无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat an earlier one in every column.</source>
        <translation>
            <numerusform>有 %n 行与前面的某行所有列都相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n row(s) repeat an earlier one in every column.</source>
        <translation>
            <numerusform>约有 %n 行与前面的某行所有列都相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reader has %n warning(s).</source>
        <translation>
            <numerusform>读取时有 %n 条警告。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::QualityMatrix</name>
    <message>
        <source>%1, %2: %3 of %4 checks pass, worst: %5</source>
        <translation>%1，%2：%4 项检查中 %3 项通过，最差：%5</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::QualityPage</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Check the quality</source>
        <translation>检查质量</translation>
    </message>
    <message>
        <source>Checks passed, by dimension and data set</source>
        <translation>通过的检查，按维度和数据集</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>No finding matches the filters.</source>
        <translation>没有符合筛选条件的质量问题。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>违反数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>Reading the quality findings</source>
        <translation>正在读取质量问题</translation>
    </message>
    <message>
        <source>Nothing is checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Register a data set first.</source>
        <translation>请先登记数据集。</translation>
    </message>
    <message>
        <source>Rules are proposed from what each column is: completeness, right form, unique keys, dates in order.</source>
        <translation>规则根据各列是什么来建议：完整、形式正确、主键唯一、日期先后正确。</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>打开目录</translation>
    </message>
    <message>
        <source>How good the data are, and where they are not.</source>
        <translation>数据有多好，问题在哪里。</translation>
    </message>
    <message>
        <source>%1 of %2 checks fail.</source>
        <translation>%2 项检查中 %1 项未通过。</translation>
    </message>
    <message>
        <source>All %1 checks pass.</source>
        <translation>%1 项检查全部通过。</translation>
    </message>
    <message>
        <source>Select a finding to see its rule and its rows.</source>
        <translation>选择一个质量问题，查看其规则和所在的行。</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>检查数</translation>
    </message>
    <message>
        <source>Tolerated</source>
        <translation>容许</translation>
    </message>
    <message>
        <source>Try another threshold</source>
        <translation>试用其他阈值</translation>
    </message>
    <message>
        <source>Tolerated share of violations</source>
        <translation>容许的违反占比</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>row %1 (line %2)</source>
        <translation>第 %1 行（文件第 %2 行）</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>共 %2 个，显示前 %1 个。</translation>
    </message>
    <message>
        <source>Open the rows</source>
        <translation>打开这些行</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作空间。</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Only a data officer or a privacy reviewer checks the quality.</source>
        <translation>只有数据官或隐私审核员可以检查质量。</translation>
    </message>
    <message>
        <source>A check is under way.</source>
        <translation>正在检查。</translation>
    </message>
    <message>
        <source>Classify a data set first: the rules follow from what its columns are.</source>
        <translation>请先对数据集分类分级：规则取决于各列是什么。</translation>
    </message>
    <message>
        <source>Checking the quality of %1</source>
        <translation>正在检查 %1 的质量</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::QualityTrend</name>
    <message>
        <source>%1: %2 passed, %3</source>
        <translation>%1：%2 通过，%3</translation>
    </message>
    <message>
        <source>Checks passed, run by run</source>
        <translation>逐次运行的通过率</translation>
    </message>
    <message>
        <source>first run</source>
        <translation>首次运行</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>up by %1 points</source>
        <translation>上升 %1 个百分点</translation>
    </message>
    <message>
        <source>down by %1 points</source>
        <translation>下降 %1 个百分点</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::Rail</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Nobody is logged in. Click to log in.</source>
        <translation>未登录。点击登录。</translation>
    </message>
    <message>
        <source>%1, %2. Click to lock or change.</source>
        <translation>%1，%2。点击锁定或切换用户。</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ReaderCard</name>
    <message>
        <source>The refused records themselves, with line and reason, are written by: mangrove profile %1 --rejects refused.csv</source>
        <translation>被拒绝的记录本身连同行号和原因可用此命令写出：mangrove profile %1 --rejects refused.csv</translation>
    </message>
    <message>
        <source>What the reader met</source>
        <translation>读取时遇到的情况</translation>
    </message>
    <message>
        <source>Warnings of the reader</source>
        <translation>读取警告</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RecipeAnalyses</name>
    <message>
        <source>Comparing all levels of %1</source>
        <translation>比较“%1”的所有层级</translation>
    </message>
    <message>
        <source>Explaining the levels of %1</source>
        <translation>解释“%1”的层级</translation>
    </message>
    <message>
        <source>Attacking a trial table of %1</source>
        <translation>攻击“%1”的试验表</translation>
    </message>
    <message>
        <source>Views of the recipe</source>
        <translation>方案的各视图</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有层级</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation>攻击</translation>
    </message>
    <message>
        <source>Which levels are worth choosing?</source>
        <translation>哪些层级值得选择？</translation>
    </message>
    <message>
        <source>Every combination of levels within the recipe&apos;s bounds is measured. You see those that no other beats in both risk and information kept, and take one over.</source>
        <translation>对方案范围内的每种层级组合进行测量。您会看到在风险和保留信息两方面都不被其他组合超过的那些，并可采用其中之一。</translation>
    </message>
    <message>
        <source>Compare all levels</source>
        <translation>比较所有层级</translation>
    </message>
    <message>
        <source>Comparing all levels</source>
        <translation>正在比较所有层级</translation>
    </message>
    <message>
        <source>Measuring the utility of %1</source>
        <translation>测量“%1”的可用性</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>Records of people who are not in the data set</source>
        <translation>不在数据集中的人员的记录</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.gz *.zst *.zip *.db *.sqlite)</source>
        <translation>数据表 (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.gz *.zst *.zip *.db *.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RecipePanel</name>
    <message>
        <source>What is done to %1</source>
        <translation>对 %1 的处理</translation>
    </message>
    <message>
        <source>How far %1 is generalised</source>
        <translation>%1 的泛化程度</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation>第 %1 / %2 层</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RegisterForm</name>
    <message>
        <source>A data set needs a name.</source>
        <translation>数据集需要名称。</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>正在读取文件。</translation>
    </message>
    <message>
        <source>Register a file</source>
        <translation>登记文件</translation>
    </message>
    <message>
        <source>The file is read once to count its rows and to take its fingerprint. It stays where it is; its rows are never copied into the workspace.</source>
        <translation>文件只读一遍，用于计数和计算指纹。文件留在原处；其中的行绝不复制到工作空间。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Responsible department</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RelationsTab</name>
    <message>
        <source>Relating the columns of %1</source>
        <translation>正在找出 %1 各列的关系</translation>
    </message>
    <message>
        <source>What do the columns say about one another?</source>
        <translation>各列之间有什么关系？</translation>
    </message>
    <message>
        <source>The source is read again, and the other data sets of the workspace with it. You see which columns determine or follow others, and by which columns this data set belongs together with others.</source>
        <translation>将再次读取来源文件以及工作空间的其他数据集。您会看到哪些列决定其他列或随其变化，以及本数据集通过哪些列与其他数据集相连。</translation>
    </message>
    <message>
        <source>Relate the columns</source>
        <translation>找出列的关系</translation>
    </message>
    <message>
        <source>Relating the columns</source>
        <translation>正在找出列的关系</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RequestDetail</name>
    <message>
        <source>Gates</source>
        <translation>关口</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>the de-identified table %1 of “%2”</source>
        <translation>“%2”的发布版 %1</translation>
    </message>
    <message>
        <source>a de-identified table of “%1”, still to be made</source>
        <translation>“%1”的发布版（尚待生成）</translation>
    </message>
    <message>
        <source>%1 asks for %2 on behalf of %3 (%4).</source>
        <translation>%1 代表 %3（%4）申请%2。</translation>
    </message>
    <message>
        <source>Purpose: %1.</source>
        <translation>用途：%1。</translation>
    </message>
    <message>
        <source>All columns of the table, as %1, until %2.</source>
        <translation>表的全部列，%1，至 %2 为止。</translation>
    </message>
    <message>
        <source>%1 columns, as %2, until %3.</source>
        <translation>%1 列，%2，至 %3 为止。</translation>
    </message>
    <message>
        <source>Two different people have to approve it.</source>
        <translation>须由两位不同的人批准。</translation>
    </message>
    <message>
        <source>One decider has to approve it.</source>
        <translation>须由一位审批人批准。</translation>
    </message>
    <message>
        <source>The recipient is outside the mainland.</source>
        <translation>接收方在境外。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>合法性依据</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>授权许可</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s)</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation>%1，%2 到期</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Evidence: SHA-256 %1</source>
        <translation>依据：SHA-256 %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>While it stands like this, approval and export are refused.</source>
        <translation>在此状态下，批准与导出都会被拒绝。</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RequestForm</name>
    <message>
        <source>to be made later</source>
        <translation>稍后生成</translation>
    </message>
    <message>
        <source>%1 · %2 rows · risk %3</source>
        <translation>%1 · %2 行 · 风险 %3</translation>
    </message>
    <message>
        <source>The request is being written.</source>
        <translation>正在写入申请。</translation>
    </message>
    <message>
        <source>A request needs a title and a purpose.</source>
        <translation>申请需要标题和用途。</translation>
    </message>
    <message>
        <source>Say who receives the data.</source>
        <translation>请写明数据的接收方。</translation>
    </message>
    <message>
        <source>Name the legal basis.</source>
        <translation>请写明合法性依据。</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新建申请</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构标识符</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>合法性依据</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享方式</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Write the draft</source>
        <translation>写入草稿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Reduced motion: no fades</source>
        <translation>减少动态效果：不使用淡入淡出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::StatusStrip</name>
    <message>
        <source>Stop this job</source>
        <translation>停止此任务</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::Timeline</name>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::TodoList</name>
    <message>
        <source>Profile “%1”</source>
        <translation>生成“%1”的概况</translation>
    </message>
    <message>
        <source>Classify the columns of “%1”</source>
        <translation>对“%1”的列分类分级</translation>
    </message>
    <message>
        <source>Check the quality of “%1”</source>
        <translation>检查“%1”的质量</translation>
    </message>
    <message>
        <source>The source file of “%1” is missing</source>
        <translation>“%1”的源文件缺失</translation>
    </message>
    <message>
        <source>The source file of “%1” has changed</source>
        <translation>“%1”的源文件已变</translation>
    </message>
    <message numerus="yes">
        <source>Decide what %n column(s) of “%1” are</source>
        <translation>
            <numerusform>判定“%1”的 %n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quality check(s) of “%1” fail</source>
        <translation>
            <numerusform>“%1”有 %n 项质量检查未通过</numerusform>
        </translation>
    </message>
    <message>
        <source>Review the request “%1”</source>
        <translation>审核申请“%1”</translation>
    </message>
    <message>
        <source>Decide the request “%1”</source>
        <translation>审批申请“%1”</translation>
    </message>
    <message>
        <source>Hand off what “%1” was approved for</source>
        <translation>交付已批准的“%1”</translation>
    </message>
    <message>
        <source>The permit for “%1” ends soon</source>
        <translation>“%1”的授权许可即将到期</translation>
    </message>
    <message>
        <source>Sign a checkpoint of the audit log</source>
        <translation>签署审计日志的检查点</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>没有待办。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::TopBar</name>
    <message>
        <source>DEMO · synthetic data</source>
        <translation>演示 · 合成数据</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::UtilityTab</name>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message numerus="yes">
        <source>Distributions moved, mean of %n column(s)</source>
        <translation>
            <numerusform>分布变动，%n 列的平均值</numerusform>
        </translation>
    </message>
    <message>
        <source>most in %1: %2</source>
        <translation>最大为“%1”：%2</translation>
    </message>
    <message numerus="yes">
        <source>without %n column(s) of codes</source>
        <translation>
            <numerusform>不含 %n 列代码</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What is the table still good for?</source>
        <translation>该表还能用于什么？</translation>
    </message>
    <message>
        <source>The table is made for this alone, compared with the source and deleted again. You see how far each column&apos;s distribution moved, what columns still say about one another, and how well a model predicts that learnt from it.</source>
        <translation>仅为此制作一张表，与源数据比较，然后删除。您会看到每列的分布变动了多少、各列之间还能说明什么，以及用它训练的模型预测得如何。</translation>
    </message>
    <message>
        <source>A model predicts:</source>
        <translation>模型预测：</translation>
    </message>
    <message>
        <source>Column that a model predicts</source>
        <translation>模型预测的列</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Change of each column&apos;s distribution</source>
        <translation>各列分布的变化</translation>
    </message>
    <message>
        <source>Moved: share of cells that would have to change to get the original&apos;s distribution back (total variation), a label standing evenly for the values it covers. Without labels: what is left of it where labels stand for values as often as the original has them, so not coarser labels but missing rows, noise and other values.</source>
        <translation>变动：要恢复原表分布须改变的单元格占比（全变差距离），标签平均代表其所涵盖的值。不计标签：标签按原表中的频率代表各值时剩下的变动，即不是由更粗的标签，而是由缺少的行、噪声和其他值造成的变动。</translation>
    </message>
    <message>
        <source>Correlations, most changed first</source>
        <translation>相关性，变化最大者在前</translation>
    </message>
    <message>
        <source>Change of correlations</source>
        <translation>相关性的变化</translation>
    </message>
    <message>
        <source>No two columns are related in the original.</source>
        <translation>原表中没有相关的两列。</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation of numbers and dates, −1 to 1; for other pairs Cramér&apos;s V, 0 to 1, corrected for bias (Bergsma 2013). What is not defined any more counts as 0.</source>
        <translation>数值和日期用 Spearman 秩相关，−1 至 1；其他列对用 Cramér V，0 至 1，经偏差校正（Bergsma 2013）。不再有定义的按 0 计。</translation>
    </message>
    <message>
        <source>A model before and after</source>
        <translation>去标识化前后的模型</translation>
    </message>
    <message>
        <source>Accuracy of a model</source>
        <translation>模型的准确率</translation>
    </message>
    <message>
        <source>Naive Bayes with Laplace&apos;s correction (Mitchell 1997, 6.9), tested on the same rows of the original. Macro F1 and the area under the ROC curve are means over classes; 0.5 of the latter is guessing.</source>
        <translation>带拉普拉斯校正的朴素贝叶斯（Mitchell 1997，6.9），在原表的相同行上测试。宏 F1 和 ROC 曲线下面积为各类别的平均值；后者为 0.5 即等于猜测。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Changed cells</source>
        <translation>改动的单元格</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>Distinct values</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Without labels</source>
        <translation>不计标签</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <source>Cramér&apos;s V</source>
        <translation>Cramér V</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>训练来源</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏 F1</translation>
    </message>
    <message>
        <source>ROC area</source>
        <translation>ROC 面积</translation>
    </message>
    <message>
        <source>What these figures rest on</source>
        <translation>这些数值的依据</translation>
    </message>
    <message numerus="yes">
        <source>Correlations changed, mean of %n pair(s)</source>
        <translation>
            <numerusform>相关性变化，%n 对的平均值</numerusform>
        </translation>
    </message>
    <message>
        <source>at most by %1, on a scale of 0 to 1</source>
        <translation>最大为 %1（取值 0 至 1）</translation>
    </message>
    <message>
        <source>no two columns are related in the original</source>
        <translation>原表中没有相关的两列</translation>
    </message>
    <message>
        <source>Accuracy of predicting %1</source>
        <translation>预测“%1”的准确率</translation>
    </message>
    <message>
        <source>always guessing the most frequent class: %1</source>
        <translation>总是猜最常见的类别：%1</translation>
    </message>
    <message>
        <source>choose above what it should predict</source>
        <translation>请在上方选择要预测的列</translation>
    </message>
    <message>
        <source>most frequent class</source>
        <translation>最常见的类别</translation>
    </message>
    <message>
        <source>the original</source>
        <translation>原表</translation>
    </message>
    <message>
        <source>the de-identified table</source>
        <translation>去标识化后的表</translation>
    </message>
    <message>
        <source>Measure the utility</source>
        <translation>测量可用性</translation>
    </message>
    <message>
        <source>Measuring the utility</source>
        <translation>正在测量可用性</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::VerifyCard</name>
    <message>
        <source>Verify a package</source>
        <translation>核验数据包</translation>
    </message>
    <message>
        <source>Drop a package here to verify</source>
        <translation>将数据包拖到此处核验</translation>
    </message>
    <message>
        <source>or choose a file. No workspace is needed.</source>
        <translation>或选择文件。无需工作空间。</translation>
    </message>
    <message>
        <source>Checks of the package</source>
        <translation>数据包的检查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Verifying %1…</source>
        <translation>正在核验 %1…</translation>
    </message>
    <message>
        <source>%1 holds: nothing was changed since %2 signed it.</source>
        <translation>%1 有效：自 %2 签名以来未被更改。</translation>
    </message>
    <message numerus="yes">
        <source>%1 does not hold: %n check(s) fail.</source>
        <translation>
            <numerusform>%1 无效：%n 项检查未通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名人</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签名时间</translation>
    </message>
    <message>
        <source>Permit until</source>
        <translation>授权许可有效至</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>证书机构</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::WelcomePage</name>
    <message>
        <source>Mangrove</source>
        <translation>红树林</translation>
    </message>
    <message>
        <source>Turn a raw health data set into a governed, de-identified, authorized and signed package, and let a reviewer check every step offline. A workspace is one file with your catalogue, decisions and audit log.</source>
        <translation>把原始健康医疗数据集变成经过治理、去标识化、授权并签名的数据包，审查人员可离线核验每一步。工作空间是一个文件，保存目录、决定和审计日志。</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作空间…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作空间…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>The demo is a made-up hospital with synthetic data; nothing in it belongs to a living person.</source>
        <translation>演示为虚构医院的合成数据，不涉及任何在世的人。</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作空间</translation>
    </message>
</context>
<context>
    <name>mangrove::ui::WorkspaceAccess</name>
    <message>
        <source>Opening the workspace</source>
        <translation>正在打开工作空间</translation>
    </message>
    <message>
        <source>Unlocking the key</source>
        <translation>正在解锁密钥</translation>
    </message>
</context>
</TS>
