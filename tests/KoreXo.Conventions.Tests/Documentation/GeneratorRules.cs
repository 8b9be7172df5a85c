using System.Reflection;
using KoreXo.Generator;
using Microsoft.CodeAnalysis;

namespace KoreXo.Conventions.Documentation;

/// <summary>The generator's catalogue of diagnostics, which is internal to it.</summary>
internal static class GeneratorRules
{
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = Read();

    private static IReadOnlyList<DiagnosticDescriptor> Read()
    {
        var catalogue = typeof(KoreXoGenerator).Assembly.GetType("KoreXo.Generator.Diagnostics.SpecDescriptors", throwOnError: true)!;
        return
        [
            .. catalogue
                .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
                .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!),
        ];
    }
}
