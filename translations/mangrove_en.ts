<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ColumnDetails</name>
    <message numerus="yes">
        <source>%n value(s) contain: %1</source>
        <translation>
            <numerusform>%n value contains: %1</numerusform>
            <numerusform>%n values contain: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AttackTab</name>
    <message numerus="yes">
        <source>%n choice(s)</source>
        <translation>
            <numerusform>%n choice</numerusform>
            <numerusform>%n choices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Right, knowing all %n column(s)</source>
        <translation>
            <numerusform>Right, knowing %n column</numerusform>
            <numerusform>Right, knowing all %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Singling out, ≤ %n columns</source>
        <translation>
            <numerusform>Singling out, %n column</numerusform>
            <numerusform>Singling out, ≤ %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AuditPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::AuthorizationsPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for a decision.</source>
        <translation>
            <numerusform>%n request waits for a decision.</numerusform>
            <numerusform>%n requests wait for a decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::CataloguePage</name>
    <message numerus="yes">
        <source>%n column(s) to decide</source>
        <translation>
            <numerusform>%n column to decide</numerusform>
            <numerusform>%n columns to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n released table(s)</source>
        <translation>
            <numerusform>%n released table</numerusform>
            <numerusform>%n released tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s), %1 rows. The files stay where they are.</source>
        <translation>
            <numerusform>%n data set, %1 rows. The files stay where they are.</numerusform>
            <numerusform>%n data sets, %1 rows. The files stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ColumnsBox</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DatasetLinksCard</name>
    <message numerus="yes">
        <source>Compared with %n other data set(s).</source>
        <translation>
            <numerusform>Compared with %n other data set.</numerusform>
            <numerusform>Compared with %n other data sets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DatasetPage</name>
    <message numerus="yes">
        <source>%n column(s) need a person&apos;s decision.</source>
        <translation>
            <numerusform>%n column needs a person&apos;s decision.</numerusform>
            <numerusform>%n columns need a person&apos;s decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepts what is proposed for %n column(s) of “%2”. Each decision becomes part of the record.</source>
        <translation>
            <numerusform>%1 accepts what is proposed for %n column of “%2”. The decision becomes part of the record.</numerusform>
            <numerusform>%1 accepts what is proposed for %n columns of “%2”. Each decision becomes part of the record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recording %n decision(s)</source>
        <translation>
            <numerusform>Recording %n decision</numerusform>
            <numerusform>Recording %n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::DeidentifyPage</name>
    <message numerus="yes">
        <source>%n row(s) suppressed</source>
        <translation>
            <numerusform>%n row suppressed</numerusform>
            <numerusform>%n rows suppressed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ExplanationTab</name>
    <message numerus="yes">
        <source>%n suppressed</source>
        <translation>
            <numerusform>%n suppressed</numerusform>
            <numerusform>%n suppressed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FieldsTab</name>
    <message numerus="yes">
        <source>Accept %n proposal(s)…</source>
        <translation>
            <numerusform>Accept %n proposal…</numerusform>
            <numerusform>Accept %n proposals…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FrontierCard</name>
    <message numerus="yes">
        <source>%1 of %2 combinations of levels meet the models; %n of them are beaten by no other in average risk (to the right) and information kept (up). Choose one to take its levels.</source>
        <translation>
            <numerusform>%1 of %2 combinations of levels meet the models; %n of them is beaten by no other in average risk (to the right) and information kept (up). Choose it to take its levels.</numerusform>
            <numerusform>%1 of %2 combinations of levels meet the models; %n of them are beaten by no other in average risk (to the right) and information kept (up). Choose one to take its levels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::FrontierChart</name>
    <message numerus="yes">
        <source>%n candidate(s).</source>
        <translation>
            <numerusform>%n candidate.</numerusform>
            <numerusform>%n candidates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::HandoffPage</name>
    <message numerus="yes">
        <source>%n package(s) have left this workspace.</source>
        <translation>
            <numerusform>%n package has left this workspace.</numerusform>
            <numerusform>%n packages have left this workspace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 signs and exports %n file(s) for %2. The export is recorded and cannot be taken back.</source>
        <translation>
            <numerusform>%1 signs and exports %n file for %2. The export is recorded and cannot be taken back.</numerusform>
            <numerusform>%1 signs and exports %n files for %2. The export is recorded and cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::HistogramChart</name>
    <message numerus="yes">
        <source>%n bar(s); the highest is %1 with %2.</source>
        <translation>
            <numerusform>%n bar; the highest is %1 with %2.</numerusform>
            <numerusform>%n bars; the highest is %1 with %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%1 · %n thing(s) to do</source>
        <translation>
            <numerusform>%1 · %n thing to do</numerusform>
            <numerusform>%1 · %n things to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not profiled</source>
        <translation>
            <numerusform>%n not profiled</numerusform>
            <numerusform>%n not profiled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) within 30 days</source>
        <translation>
            <numerusform>%n ends within 30 days</numerusform>
            <numerusform>%n end within 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::ProfileTab</name>
    <message numerus="yes">
        <source>%n row(s) could not be read.</source>
        <translation>
            <numerusform>%n row could not be read.</numerusform>
            <numerusform>%n rows could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat an earlier one in every column.</source>
        <translation>
            <numerusform>%n row repeats an earlier one in every column.</numerusform>
            <numerusform>%n rows repeat an earlier one in every column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n row(s) repeat an earlier one in every column.</source>
        <translation>
            <numerusform>About %n row repeats an earlier one in every column.</numerusform>
            <numerusform>About %n rows repeat an earlier one in every column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reader has %n warning(s).</source>
        <translation>
            <numerusform>The reader has %n warning.</numerusform>
            <numerusform>The reader has %n warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::RequestDetail</name>
    <message numerus="yes">
        <source>%n more day(s)</source>
        <translation>
            <numerusform>%n more day</numerusform>
            <numerusform>%n more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::TodoList</name>
    <message numerus="yes">
        <source>Decide what %n column(s) of “%1” are</source>
        <translation>
            <numerusform>Decide what %n column of “%1” is</numerusform>
            <numerusform>Decide what %n columns of “%1” are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quality check(s) of “%1” fail</source>
        <translation>
            <numerusform>%n quality check of “%1” fails</numerusform>
            <numerusform>%n quality checks of “%1” fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::UtilityTab</name>
    <message numerus="yes">
        <source>Distributions moved, mean of %n column(s)</source>
        <translation>
            <numerusform>Distributions moved, mean of %n column</numerusform>
            <numerusform>Distributions moved, mean of %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %n column(s) of codes</source>
        <translation>
            <numerusform>without %n column of codes</numerusform>
            <numerusform>without %n columns of codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correlations changed, mean of %n pair(s)</source>
        <translation>
            <numerusform>Correlations changed, mean of %n pair</numerusform>
            <numerusform>Correlations changed, mean of %n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mangrove::ui::VerifyCard</name>
    <message numerus="yes">
        <source>%1 does not hold: %n check(s) fail.</source>
        <translation>
            <numerusform>%1 does not hold: %n check fails.</numerusform>
            <numerusform>%1 does not hold: %n checks fail.</numerusform>
        </translation>
    </message>
</context>
</TS>
