using System.Text.Json.Serialization.Metadata;
using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;

namespace KoreXo.Tests.Models;

/// <summary>What was emitted for one document.</summary>
internal sealed record Area(string Document, Type Client, IJsonTypeInfoResolver Resolver)
{
    public static IReadOnlyList<Area> All { get; } =
    [
        new("admin", typeof(AdminClient), AdminJson.Resolver),
        new("analytics", typeof(AnalyticsClient), AnalyticsJson.Resolver),
        new("bot-definition", typeof(BotDefinitionClient), BotDefinitionJson.Resolver),
        new("data-tables", typeof(DataTablesClient), DataTablesJson.Resolver),
        new("nlp-training", typeof(NlpTrainingClient), NlpTrainingJson.Resolver),
    ];

    public static Area Of(string document) => All.Single(area => area.Document == document);

    public Type? Model(string name) => Client.Assembly.GetType($"{Client.Namespace}.{name}");
}
