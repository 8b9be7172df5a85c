using System.Reflection;
using System.Runtime.Loader;

namespace Travel.Observer;

/// <summary>Runs the tests of an assembly one after another, each as an entry point of its own.</summary>
internal static class TestRun
{
    // why: unknown: reflection
    private static async Task<int> Main(string[] args)
    {
        StartupHook.Initialize();
        var failed = 0;
        var tests = AssemblyLoadContext
            .Default.LoadFromAssemblyPath(Path.GetFullPath(args[0]))
            .GetExportedTypes()
            .SelectMany(static type => type.GetMethods())
            .Where(static method => Named(method, "FactAttribute").Concat(Named(method, "TheoryAttribute")).Any());
        foreach (var test in tests)
        {
            var rows = Named(test, "InlineDataAttribute")
                .Select(static row => ((IEnumerable<CustomAttributeTypedArgument>)row.ConstructorArguments[0].Value!).ToArray())
                .DefaultIfEmpty([]);
            foreach (var row in rows)
            {
                Observed.Entry = $"{test.DeclaringType!.Name}.{test.Name}";
                try
                {
                    await RunAsync(test, [.. row.Select(static argument => argument.Value)]);
                }
                catch (Exception exception)
                {
                    Console.WriteLine($"{Observed.Entry}: {exception}");
                    failed++;
                }
            }
        }

        return failed;
    }

    private static async Task RunAsync(MethodInfo test, object?[] arguments)
    {
        var instance = Activator.CreateInstance(test.DeclaringType!)!;
        await CallAsync(instance, "InitializeAsync");
        if (test.Invoke(instance, arguments) is Task task)
        {
            await task;
        }

        await CallAsync(instance, "DisposeAsync");
    }

    private static Task CallAsync(object instance, string name) =>
        instance.GetType().GetMethod(name)?.Invoke(instance, null) as Task ?? Task.CompletedTask;

    private static IEnumerable<CustomAttributeData> Named(MethodInfo method, string name) =>
        method.CustomAttributes.Where(attribute => attribute.AttributeType.Name == name);
}
