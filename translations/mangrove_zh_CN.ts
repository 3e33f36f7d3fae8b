<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>ColumnDetails</name>
        <message>
            <source>Column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select a column to see what is known about it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Distinct</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>about %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Length</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not of this type</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Blanks at the edge</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Full-width characters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quantiles</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Smallest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Half</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Three quarters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Largest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From a sample: ranks are right within 1 %.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Distribution of %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Frequent values</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Values of direct identifiers are not shown here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No value occurs in at least %1 rows; rarer ones are not shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Patterns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recognised as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Right form, wrong check digit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The name says one thing and the values another: a person has to decide.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n value(s) contain: %1</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Why this level</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1, %2 (%3)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 · %2 · %3: %4</source>
            <translation type="unfinished"></translation>
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
            <source>The file's name must end in .mangrove.</source>
            <translation>文件名须以 .mangrove 结尾。</translation>
        </message>
        <message>
            <source>A login name has small letters, digits, dot, dash and underscore.</source>
            <translation>登录名只能包含小写字母、数字、点、短横线和下划线。</translation>
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
            <source>The request {0} is {1}; '{2}' is not possible there.</source>
            <extracomment>request-wrong-state</extracomment>
            <translation>申请 {0} 处于“{1}”状态，不能执行“{2}”。</translation>
        </message>
        <message>
            <source>{0} does not have the role that '{1}' needs ({2}). Ask an administrator.</source>
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
            <source>'{0}' is not a due rule; write always, 2027-01-31, P30D after issue or P30D after expiry.</source>
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
            <source>'{0}' is not a UTC time of the form 2026-11-23T09:12:00Z or a date 2026-11-23.</source>
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
            <source>There is no data set {0} in this workspace. 'mangrove dataset list' shows them.</source>
            <extracomment>dataset-not-found</extracomment>
            <translation>本工作空间没有数据集 {0}。可用 'mangrove dataset list' 查看。</translation>
        </message>
        <message>
            <source>A data set named '{0}' is registered already as {1}. Choose another name.</source>
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
            <source>There is no identifier kind '{0}'. `mangrove identifier list` names all kinds.</source>
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
            <source>The cryptographic library refused to {0} ({1}). Run 'mangrove self-test' and check the OpenSSL installation.</source>
            <extracomment>crypto-failure</extracomment>
            <translation>密码库拒绝执行 {0}（{1}）。请运行 'mangrove self-test' 并检查 OpenSSL 的安装。</translation>
        </message>
        <message>
            <source>The known-answer test of {0} failed: this computer's OpenSSL gives wrong results. Nothing may be signed or sealed with it; reinstall OpenSSL 3.</source>
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
            <source>The sealed box is for '{0}', but '{1}' is wanted: records were exchanged. Restore a backup.</source>
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
            <source>The signature value does not fit the signer's certificate: the signature was altered or forged.</source>
            <extracomment>cms-signature-wrong</extracomment>
            <translation>签名值与签名人证书不符：签名被改动或伪造。</translation>
        </message>
        <message>
            <source>The signature does not name the certificate it carries ({0}).</source>
            <extracomment>cms-signer-mismatch</extracomment>
            <translation>签名未指明其携带的证书（{0}）。</translation>
        </message>
        <message>
            <source>The signer's certificate does not lead to the given authority: {0}.</source>
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
            <source>The recipe's {0} (line {1}) {2}.</source>
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
            <source>The column {0} has {1} distinct values ({2} rows, first at line {3}) that its hierarchy {4} does not know. Add them to the hierarchy, or let the recipe say "unmatched":"suppress" for this column.</source>
            <extracomment>hierarchy-unmatched</extracomment>
            <translation>列 {0} 有 {1} 个不同值（{2} 行，首见于第 {3} 行）不在其泛化层级 {4} 中。请补入层级，或在方案中对该列写 "unmatched":"suppress"。</translation>
        </message>
        <message>
            <source>The hierarchy {0} of the column {1} has the levels 0 to {2}; {3} is not one of them.</source>
            <extracomment>hierarchy-level</extracomment>
            <translation>列 {1} 的泛化层级 {0} 有 0 至 {2} 级；{3} 不在其中。</translation>
        </message>
        <message>
            <source>The column {0} has {1} cells (first at line {2}) that its hierarchy {3} does not know. Add them to the hierarchy, or let the recipe say "unmatched":"suppress" for this column.</source>
            <extracomment>hierarchy-unmatched-cells</extracomment>
            <translation>列 {0} 有 {1} 个单元格（首见于第 {2} 行）不在其泛化层级 {3} 中。请补入层级，或在方案中对该列写 "unmatched":"suppress"。</translation>
        </message>
        <message>
            <source>The hierarchy of the column {0} uses "*" or an empty text at level {1} as a label of its own, while the data have missing or unknown values that need it. Rename the label.</source>
            <extracomment>hierarchy-reserved-label</extracomment>
            <translation>列 {0} 的泛化层级在第 {1} 级把“*”或空文本用作标签，而数据中的缺失值或未知值需要它。请更改该标签。</translation>
        </message>
        <message>
            <source>The column {0} has {1} cells (first at line {2}) that are not dates in a known form, so they cannot be shifted. Correct them, or let the recipe say "unmatched":"suppress" for this column.</source>
            <extracomment>date-unreadable</extracomment>
            <translation>列 {0} 有 {1} 个单元格（首见于第 {2} 行）不是可识别的日期，无法偏移。请更正，或在方案中对该列写 "unmatched":"suppress"。</translation>
        </message>
        <message>
            <source>{0} rows (first at line {1}) have a date in {2} but no person in {3}, so their offset is unknown. Complete them, or let the recipe say "unmatched":"suppress" for this column.</source>
            <extracomment>date-shift-person-missing</extracomment>
            <translation>有 {0} 行（首见于第 {1} 行）在 {2} 中有日期，但在 {3} 中没有对应的人，偏移量未知。请补全，或在方案中对该列写 "unmatched":"suppress"。</translation>
        </message>
        <message>
            <source>The recipe has a {0} transform, which needs a secret key of at least 16 bytes; none was given.</source>
            <extracomment>deid-key-missing</extracomment>
            <translation>去标识化方案含有 {0} 变换，需要至少 16 字节的密钥，但未提供。</translation>
        </message>
        <message>
            <source>No combination of levels meets the recipe's models with at most {0} suppressed records; the fewest is {1}. Raise the suppression limit, allow coarser levels or drop a quasi-identifier.</source>
            <extracomment>deid-no-solution</extracomment>
            <translation>在最多抑制 {0} 条记录的前提下，没有满足方案模型的级别组合；最少需抑制 {1} 条。请提高抑制上限、允许更粗的级别或去掉一个准标识符。</translation>
        </message>
        <message>
            <source>The result does not meet the recipe's model {0}: {1}. Nothing was written.</source>
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
            <source>The package holds the path '{0}', which is not allowed: {1}.</source>
            <extracomment>package-path-unsafe</extracomment>
            <translation>数据包含有不允许的路径“{0}”：{1}。</translation>
        </message>
        <message>
            <source>The package holds '{0}' twice.</source>
            <extracomment>package-path-twice</extracomment>
            <translation>数据包含有两个“{0}”。</translation>
        </message>
        <message>
            <source>The package holds '{0}' and '{1}', which are the same file on some systems.</source>
            <extracomment>package-path-case</extracomment>
            <translation>数据包含有“{0}”和“{1}”，它们在某些系统上是同一文件。</translation>
        </message>
        <message>
            <source>'{0}' in the package is a link or a device, not a plain file.</source>
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
            <source>The two headers of '{0}' in the zip archive disagree about {1}; tools would unpack different things.</source>
            <extracomment>zip-headers-disagree</extracomment>
            <translation>zip 压缩包中“{0}”的两个头部在{1}上不一致；不同工具会解出不同内容。</translation>
        </message>
        <message>
            <source>The member '{0}' of the zip archive is encrypted; packages are not.</source>
            <extracomment>zip-encrypted</extracomment>
            <translation>zip 压缩包的成员“{0}”已加密；数据包不应加密。</translation>
        </message>
        <message>
            <source>The member '{0}' of the zip archive uses {1}, which is not accepted here. Unpack it and verify the folder.</source>
            <extracomment>zip-feature</extracomment>
            <translation>zip 压缩包的成员“{0}”使用了 {1}，此处不接受。请解压后核验文件夹。</translation>
        </message>
        <message>
            <source>The member '{0}' of the zip archive cannot be unpacked: {1}.</source>
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
            <source>The audit log's key in bag-info.txt is not a C2SP Ed25519 verifier key: {0}.</source>
            <extracomment>audit-key-malformed</extracomment>
            <translation>bag-info.txt 中的审计日志密钥不是 C2SP Ed25519 验证密钥：{0}。</translation>
        </message>
        <message>
            <source>The proven audit event {0} is about something else: it does not name {1}.</source>
            <extracomment>anchor-elsewhere</extracomment>
            <translation>被证明的审计事件 {0} 与此无关：其中没有 {1}。</translation>
        </message>
        <message>
            <source>This workspace has no organisation yet. Found one first: 'mangrove workspace new'.</source>
            <extracomment>organisation-missing</extracomment>
            <translation>本工作空间尚无机构。请先建立：'mangrove workspace new'。</translation>
        </message>
        <message>
            <source>This workspace belongs to {0} already. One workspace serves one organisation.</source>
            <extracomment>organisation-exists</extracomment>
            <translation>本工作空间已属于 {0}。一个工作空间服务于一个机构。</translation>
        </message>
        <message>
            <source>There is no user '{0}'. See the list of users.</source>
            <extracomment>user-not-found</extracomment>
            <translation>没有用户“{0}”。请查看用户列表。</translation>
        </message>
        <message>
            <source>There is a user '{0}' already. Choose another login name.</source>
            <extracomment>user-exists</extracomment>
            <translation>已有用户“{0}”。请另选登录名。</translation>
        </message>
        <message>
            <source>The user '{0}' is disabled. An administrator can enable the account.</source>
            <extracomment>user-disabled</extracomment>
            <translation>用户“{0}”已停用。管理员可以启用该账户。</translation>
        </message>
        <message>
            <source>'{0}' cannot be a login name: 1 to 32 of a-z, 0-9, '.', '_', '-', starting with a letter.</source>
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
            <source>There is no role '{0}'. Roles are: {1}.</source>
            <extracomment>role-unknown</extracomment>
            <translation>没有角色“{0}”。角色有：{1}。</translation>
        </message>
        <message>
            <source>One person cannot be both {0} and {1}: {2}. Give one of the roles to somebody else.</source>
            <extracomment>roles-conflict</extracomment>
            <translation>同一人不能兼任 {0} 和 {1}：{2}。请把其中一个角色交给他人。</translation>
        </message>
        <message>
            <source>'{0}' lacks the role {1}. Ask somebody who has it.</source>
            <extracomment>role-needed</extracomment>
            <translation>“{0}”缺少角色 {1}。请找具备该角色的人。</translation>
        </message>
        <message>
            <source>'{0}' is the last enabled administrator; without one nobody could add users. Name another one first.</source>
            <extracomment>last-admin</extracomment>
            <translation>“{0}”是最后一位启用的管理员；没有管理员就无人能添加用户。请先指定另一位。</translation>
        </message>
        <message>
            <source>There is a vault '{0}' already.</source>
            <extracomment>vault-exists</extracomment>
            <translation>已有保险库“{0}”。</translation>
        </message>
        <message>
            <source>There is no vault '{0}'.</source>
            <extracomment>vault-not-found</extracomment>
            <translation>没有保险库“{0}”。</translation>
        </message>
        <message>
            <source>'{0}' may not open the vault '{1}'. Somebody who may has to grant it.</source>
            <extracomment>vault-not-granted</extracomment>
            <translation>“{0}”不能打开保险库“{1}”，须由有权者授予。</translation>
        </message>
        <message>
            <source>'{0}' is the last who may open the vault '{1}'; without her its secrets were lost. Grant it to somebody else first.</source>
            <extracomment>vault-last-holder</extracomment>
            <translation>“{0}”是最后一位能打开保险库“{1}”的人；失去后其中的秘密将无法找回。请先授予他人。</translation>
        </message>
        <message>
            <source>There is no secret '{0}'.</source>
            <extracomment>secret-not-found</extracomment>
            <translation>没有秘密“{0}”。</translation>
        </message>
        <message>
            <source>There is a secret '{0}' already; it is never overwritten.</source>
            <extracomment>secret-exists</extracomment>
            <translation>已有秘密“{0}”；它从不被覆盖。</translation>
        </message>
        <message>
            <source>The record of '{0}' does not fit its certificate ({1}): it was altered. Restore a backup.</source>
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
            <source>This computer's C library cannot convert from {0}.</source>
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
            <source>The archive {0} has no table '{1}'. It has: {2}.</source>
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
            <source>Format {0} ({1}) of this workspace was made by a different program text than this program's. It was not touched; open it with the version that made it.</source>
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
            <source>The source file of {0} is no longer at {1}. Put it back, or tell where it is now with 'mangrove dataset relocate'.</source>
            <extracomment>source-missing</extracomment>
            <translation>{0} 的源文件已不在 {1}。请放回原处，或用 'mangrove dataset relocate' 说明其现在的位置。</translation>
        </message>
        <message>
            <source>The source file of {0} has changed since it was registered: its SHA-256 began with {1} and begins with {2} now. Restore the old file, or register the new content as a data set of its own.</source>
            <extracomment>source-changed</extracomment>
            <translation>{0} 的源文件自登记后发生变化：其 SHA-256 原以 {1} 开头，现以 {2} 开头。请恢复旧文件，或把新内容登记为另一数据集。</translation>
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
            <source>{0} may not {1}: that takes one of the roles {2}.</source>
            <extracomment>role-not-allowed</extracomment>
            <translation>{0} 不能{1}：这需要以下角色之一：{2}。</translation>
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
            <source>The data set {0} has no column '{1}'.</source>
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
            <source>The workspace's {0} {1}.</source>
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
            <source>The workspace's own record cannot be read ({0}). Restore the last backup.</source>
            <extracomment>workspace-record</extracomment>
            <translation>无法读取工作空间自身的记录（{0}）。请恢复最近的备份。</translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Screening</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ready for decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Approved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Active</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Returned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Expired</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Created</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Released table attached</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Screening began</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review began</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Returned to the applicant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>First approval</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Permit issued</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Package exported</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Obligation fulfilled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pass</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pass with conditions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fail</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stale</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Destroy the data</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name the source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Report the use</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Return the results</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Do not pass the data on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Do not try to re-identify anybody</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Report incidents</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign the data-use agreement</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register the product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fulfilled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data officer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Privacy reviewer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decider</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Custodian</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>created the workspace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>registered a data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>told where the source is now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>profiled a data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>classified a data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>checked the quality</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>decided what a column is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>made a de-identified table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>drafted a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>submitted a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>attached a released table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>began to screen a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>began to review a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>marked a request ready for decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>returned a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>withdrew a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>approved a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>rejected a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>suspended a permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>resumed a permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>revoked a permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>closed a request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>fulfilled an obligation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>entered evidence for the gates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>exported a package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>signed a checkpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>added a user</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>changed the roles of a user</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>disabled a user</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>enabled a user</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>changed the own passphrase</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>shared the de-identification keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Container</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>BagIt structure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing added, nothing missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tag manifest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Payload digests SHA-256</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Payload digests SM3</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signature</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signature of the permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions behind the permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The permit is for this payload</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Validity of the permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Audit checkpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proof of the approval</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proof of the export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Passed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished">失败</translation>
        </message>
        <message>
            <source>Absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Policy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Description</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Audit anchor</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bag file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Completely public</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Controlled public</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enclave</source>
            <translation type="unfinished"></translation>
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
            <extracomment>%1 is 1 to 5, %2 the word for it; zh: "%1 级 · %2"</extracomment>
            <translation>%1 级 · %2</translation>
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
        <name>Words</name>
        <message>
            <source>Medical care</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Medical insurance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pharmaceuticals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Direct identifier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quasi-identifier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sensitive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Professional</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished">机构</translation>
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing recognised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Column name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Values</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check digit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dictionary</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Context</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>verified</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>from a secondary source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>to be confirmed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>empty</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>yes/no</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>integer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>decimal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>date and time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Normativity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Completeness</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Timeliness</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accessibility</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pass</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pass with violations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fail</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warning</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Critical</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every cell is filled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every value has the right form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The key occurs once</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The dates are in order</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The table has no column %1.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The column %1 is empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The table has no rows.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: nothing wrong in %2 cells.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2 of %3 cells are missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2 of %3 rows share their key with another row.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: in %2 of %3 rows the later date comes first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2 of %3 values are not of the right form.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Suppress</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mask</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pseudonym</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Generalise</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Date shift</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The values stay as they are.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The column leaves the table. Nobody can restore it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Part of each value is covered; what is left narrows it down.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Each value gets a fixed code made with a secret key. Only the holder of the key can link it back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Values are replaced by a wider group. Nobody can restore the exact value.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All dates of a person move by the same secret number of days; intervals stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Insensitive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>k-anonymity, k = %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>GB/T 39725: every group larger than 5</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>GB/T 42460: level 3 or better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>τ = 1/%1 = %2 for this kind of sharing (D.1.5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ra = %1 of %2 classes above τ = %3 (D.1.5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rb = highest 1/f = 1/%1 = %2 (D.2)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rc = mean of 1/f over %1 classes = %2 (D.3)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>pr(context) = 1: the data are completely public (D.1.4)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>pr(context) = max(%1, %2, %3) = %4 (D.1.4)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>R = 1, since Ra &gt; 0 (D.1.5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>R = Rb × pr(context) = %1 × %2 = %3 (D.1.5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>R = Rc × pr(context) = %1 × %2 = %3 (D.1.5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Direct identifiers are present: level 1 (6.2 c)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>R = %1 is not below %2: level 2 (6.3 b)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>R = %1 &lt; %2: level 3 (6.3)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No direct identifier and no quasi-identifier: level 4 (6.2 b)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No record is left to measure</source>
            <translation type="unfinished"></translation>
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
        <name>mangrove::ui::AuditPage</name>
        <message>
            <source>Data sets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>De-identification</source>
            <translation type="unfinished">去标识化</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Users</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checkpoints</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Audit</source>
            <translation type="unfinished">审计</translation>
        </message>
        <message>
            <source>Verify the log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign a checkpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Events</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No event matches the filters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All objects</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Role</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Act</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Object</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Event</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the audit log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>About %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verifying the audit log</source>
            <translation type="unfinished">正在核验审计日志</translation>
        </message>
        <message>
            <source>The log is being verified.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Append-only: nothing is ever changed or removed, and that can be proved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verifying every event…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not verified yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>event %1: %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The log does not verify (%1). Compare it with the last package or backup.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>last checkpoint %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>no checkpoint yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 · root %2 · verified %3 · %4</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in to sign a checkpoint.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 signs the present state of the audit log. Whoever keeps a copy of the checkpoint elsewhere can prove later that nothing before it was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign the checkpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signing a checkpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leaf</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proof</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proof that the event is in the log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Prove that it is in the log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Making a proof</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::AuthorizationsPage</name>
        <message>
            <source>Withdraw</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Return</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Submit</source>
            <translation type="unfinished">提交</translation>
        </message>
        <message>
            <source>Start the review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ready for decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Approve…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Suspend…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Resume…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Revoke…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hand off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authorizations</source>
            <translation type="unfinished">授权</translation>
        </message>
        <message>
            <source>New request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody has asked for data yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A request says who wants which table, for what and until when. Another person decides it; nobody decides the own request.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Requests</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No request matches the filters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Request</source>
            <translation type="unfinished">申请</translation>
        </message>
        <message>
            <source>Data set</source>
            <translation type="unfinished">数据集</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished">状态</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Created</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the requests</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Active</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ended</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only an applicant or a data officer asks for data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no data set to ask for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Finish the request on the page first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who may have what, decided by two pairs of eyes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No request is waiting for a decision.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) wait for a decision.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is left to do with this request.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checking what may be done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An act is under way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing the request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Submitting the request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Moving the request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: “%2”. The reason becomes part of the record.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign and approve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign and reject</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 approves “%2” with a signature: %3 may receive the table until %4.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 rejects “%2” with a signature. A rejected request cannot be taken up again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Approve the request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject the request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Continue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Approving the request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rejecting the request</source>
            <translation type="unfinished"></translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Source changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not classified</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n column(s) to decide</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Quality not checked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ready to de-identify</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n released table(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation type="unfinished">目录</translation>
        </message>
        <message>
            <source>Register a file…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name, owner or column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data sets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No data set matches the filters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No data sets yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A data set is the description of a file: where it is, its columns, its fingerprint. The file itself stays where it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Domain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Level</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished">状态</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the catalogue</source>
            <translation type="unfinished">正在读取目录</translation>
        </message>
        <message>
            <source>Columns to decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Source missing or changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in to register a file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only a data officer registers files.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n data set(s), %1 rows. The files stay where they are.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Every registered data set.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register a file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt *.gz *.zip)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registering %1</source>
            <translation type="unfinished"></translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show direct identifiers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 rows, read from the file as they come into view.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The first %1 are shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading rows</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::DatasetPage</name>
        <message>
            <source>Data set</source>
            <translation type="unfinished">数据集</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fields</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lineage</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Parts of the data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Profile and classify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No data set to show</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register a file in the catalogue, then come back here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One data set with its columns, rows, classes and history.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The source file is not where it was registered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The source file has another size than when it was registered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registered, not profiled yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Profiled, not classified yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n column(s) need a person's decision.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Profiled and classified; every column is decided.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only a data officer or a privacy reviewer assesses data sets.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A run is under way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Profiling %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classifying %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checking the source of %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The source file is exactly the one that was registered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recording a decision</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::DeidentifyPage</name>
        <message>
            <source>De-identification</source>
            <translation type="unfinished">去标识化</translation>
        </message>
        <message>
            <source>Make the table…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data set</source>
            <translation type="unfinished">数据集</translation>
        </message>
        <message>
            <source>Shared as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Goal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Identifiers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Process</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Approve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Risk</source>
            <translation type="unfinished">风险</translation>
        </message>
        <message>
            <source>Utility</source>
            <translation type="unfinished">可用性</translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>De-identified tables of this data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Highest risk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>GB/T 42460</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>level %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Made</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the recipe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No data set to de-identify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register a file in the catalogue first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“%1” is not classified yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A recipe is proposed from what each column is. Profile and classify the data set first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Trying the recipe on %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Highest prosecutor risk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>before %1 · level %2 (τ %3, R %4)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Information kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) suppressed</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>GB/T 39725 10.2 d: every group larger than 5; the smallest has %1.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The recipe does not meet its models yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only a data officer de-identifies.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A table is being made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The recipe has not been tried yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is done to each column, what risk and what use are left.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meets: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Does not meet: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Make the de-identified table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 makes a de-identified table of “%2” with the recipe shown: %3 columns, about %4 rows. It is recorded in the audit log and can then be requested.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Make the table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>De-identifying %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 is made: %2 rows, highest risk %3. It can be requested now.</source>
            <translation type="unfinished"></translation>
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
        <name>mangrove::ui::FieldsTab</name>
        <message>
            <source>%1 decided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fields</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not classified yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classification looks at every distinct value and at the names of the columns, and proposes a class and a level for each, with its evidence.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Class</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Level</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason (becomes part of the record)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accept the proposal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record the decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select a field to decide what it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposal: %1. Confidence %2.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposal: %1. Confidence %2: %3.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select a field first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write down the reason first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The proposal is right.</source>
            <translation type="unfinished"></translation>
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
            <translation type="unfinished">交付</translation>
        </message>
        <message>
            <source>Export the package…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packing list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Approved request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Files of the package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is approved for hand-off.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished">文件</translation>
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>at export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packages that have left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing has left this workspace.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the packages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing the packing list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A package is being made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No request is approved for hand-off.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As soon as a request is approved, this list shows exactly what its package will hold.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For %1 (%2), until %3. Exactly these files will be in the package; nothing else leaves.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n package(s) have left this workspace.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Export the package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packages (*.zip)</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%1 signs and exports %n file(s) for %2. The export is recorded and cannot be taken back.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Sign and export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Exporting “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 is written to %2 (%3).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verify a package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verifying a package</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::HeatStrip</name>
        <message>
            <source>Quality by data set and dimension</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1, %2: %3 conform, %4 of %5 checks fail</source>
            <translation type="unfinished"></translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished">文件</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>De-identified tables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None has been made from this data set yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Highest risk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>GB/T 42460</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>level %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Made</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing has left this workspace.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished"></translation>
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
            <source>The demo's passphrases are in %1.</source>
            <translation>演示用口令见 %1。</translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::OverviewPage</name>
        <message>
            <source>Overview</source>
            <translation type="unfinished">总览</translation>
        </message>
        <message>
            <source>Supplied</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Circulated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Used well</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kept safe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data sets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not classified</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>De-identified tables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Requests waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Active permits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packages handed off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quality checks passed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Highest re-identification risk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns to decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quality: share of cells that conform</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recent activity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No data sets yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register the file of an extract. It stays where it is; only what is found out about it is kept here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What can be supplied, what circulates, how well it serves, how safe it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the overview</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 · nothing is waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n thing(s) to do</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>%1 rows, %2 columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>every column has a class and a level</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n not profiled</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>none yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>ready to be requested</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>median %1 days to a decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>of %1 requests</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n end(s) within 30 days</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>none ends within 30 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 in the last 30 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 of %2 fail, %3 critical</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>after de-identification</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>organisations hold a package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>GB/T 42460 level %1 on average</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>of all released tables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>nothing released yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>no column is in doubt</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a person has to decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>does not verify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>verified · checkpoint %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>verified · no checkpoint yet</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::PreviewTables</name>
        <message>
            <source>Before</source>
            <translation type="unfinished">处理前</translation>
        </message>
        <message>
            <source>After</source>
            <translation type="unfinished">处理后</translation>
        </message>
        <message>
            <source>Show direct identifiers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows after</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing to show: no level meets the models.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The record is suppressed: its group is too small.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The column leaves the table.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::ProfileTab</name>
        <message>
            <source>%1 to %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No column matches the filters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not profiled yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Profiling reads the file once and counts: types, missing and distinct values, distributions, patterns. Then the columns are classified.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Profile and classify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Distribution</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Distinct</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recognised as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Level</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Free text</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::QualityMatrix</name>
        <message>
            <source>%1, %2: %3 of %4 checks pass, worst: %5</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::QualityPage</name>
        <message>
            <source>Quality</source>
            <translation type="unfinished">质量</translation>
        </message>
        <message>
            <source>Check the quality</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checks passed, by dimension and data set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No finding matches the filters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data set</source>
            <translation type="unfinished">数据集</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished">状态</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Violations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Share</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Finding</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the quality findings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is checked yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register a data set first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rules are proposed from what each column is: completeness, right form, unique keys, dates in order.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2 passed (before: %3)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2 passed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How good the data are, and where they are not.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 of %2 checks fail.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All %1 checks pass.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select a finding to see its rule and its rows.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dimension</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tolerated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try another threshold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tolerated share of violations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>row %1 (line %2)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>row %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The first %1 of %2.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No workspace is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log in first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only a data officer or a privacy reviewer checks the quality.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A check is under way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classify a data set first: the rules follow from what its columns are.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checking the quality of %1</source>
            <translation type="unfinished"></translation>
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
        <name>mangrove::ui::RecipePanel</name>
        <message>
            <source>What is done to %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How far %1 is generalised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>as it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>hidden</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>level %1 of %2</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::RegisterForm</name>
        <message>
            <source>A data set needs a name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file is being read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register a file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file is read once to count its rows and to take its fingerprint. It stays where it is; its rows are never copied into the workspace.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Domain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Responsible department</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Description</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished">取消</translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::RequestDetail</name>
        <message>
            <source>Gates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the de-identified table %1 of “%2”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a de-identified table of “%1”, still to be made</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 asks for %2 on behalf of %3 (%4).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose: %1.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All columns of the table, as %1, until %2.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 columns, as %2, until %3.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Two different people have to approve it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One decider has to approve it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The recipient is outside the mainland.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Request</source>
            <translation type="unfinished">申请</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Permit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Valid</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>ended %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n more day(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Condition</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1, due %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Obligation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence: SHA-256 %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rule: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>While it stands like this, approval and export are refused.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>mangrove::ui::RequestForm</name>
        <message>
            <source>to be made later</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 · %2 rows · risk %3</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The request is being written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A request needs a title and a purpose.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say who receives the data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name the legal basis.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New request</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data set</source>
            <translation type="unfinished">数据集</translation>
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished">机构</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sharing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write the draft</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished">取消</translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classify the columns of “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the quality of “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The source file of “%1” is missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The source file of “%1” has changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>Decide what %n column(s) of “%1” are</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n quality check(s) of “%1” fail</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Review the request “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decide the request “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hand off what “%1” was approved for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The permit for “%1” ends soon</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign a checkpoint of the audit log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>overdue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is waiting.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation type="unfinished">
                <numerusform></numerusform>
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
        <name>mangrove::ui::VerifyCard</name>
        <message>
            <source>Verify a package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drop a package here to verify</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>or choose a file. No workspace is needed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checks of the package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished">文件</translation>
        </message>
        <message>
            <source>Verifying %1…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 holds: nothing was changed since %2 signed it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%1 does not hold: %n check(s) fail.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Package</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Permit until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authority</source>
            <translation type="unfinished"></translation>
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
