using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>An operation and the path it stands in.</summary>
internal sealed record ExampleOperation(SpecNode Node, SpecNode Item, bool IsHead);
