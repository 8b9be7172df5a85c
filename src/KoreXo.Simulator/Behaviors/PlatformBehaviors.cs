using KoreXo.Simulator.Behaviors.Admin;
using KoreXo.Simulator.Behaviors.Analytics;
using KoreXo.Simulator.Behaviors.BotDefinition;
using KoreXo.Simulator.Behaviors.DataTables;
using KoreXo.Simulator.Behaviors.Nlp;

namespace KoreXo.Simulator.Behaviors;

/// <summary>The behaviors of all operations of the platform.</summary>
internal static class PlatformBehaviors
{
    public static BehaviorTable Of(PlatformState platform) => new(Families(platform).SelectMany(family => family.Behaviors));

    private static IEnumerable<IOperationFamily> Families(PlatformState platform) =>
        [
            .. DataTableBehaviors.All(platform.Tables),
            .. BotDefinitionBehaviors.All(platform),
            .. NlpBehaviors.All(platform),
            .. AnalyticsBehaviors.All(platform),
            .. AdminBehaviors.All(platform),
        ];
}
