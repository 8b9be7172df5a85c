using KoreXo.BotDefinition;
using KoreXo.DataTables;

namespace KoreXo.Conventions.Mocks;

/// <summary>The root client, made of replaced areas.</summary>
internal sealed class MockedKoreXo : KoreXoClient
{
    public override BotDefinitionClient BotDefinition { get; } = new MockedBotDefinition();

    public override DataTablesClient DataTables { get; } = new MockedDataTables();
}
