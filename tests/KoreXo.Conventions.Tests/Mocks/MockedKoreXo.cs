using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;

namespace KoreXo.Conventions.Mocks;

/// <summary>The root client, made of replaced areas.</summary>
internal sealed class MockedKoreXo : KoreXoClient
{
    public override AdminClient Admin { get; } = new MockedAdmin();

    public override AnalyticsClient Analytics { get; } = new MockedAnalytics();

    public override BotDefinitionClient BotDefinition { get; } = new MockedBotDefinition();

    public override DataTablesClient DataTables { get; } = new MockedDataTables();

    public override NlpTrainingClient NlpTraining { get; } = new MockedNlpTraining();
}
