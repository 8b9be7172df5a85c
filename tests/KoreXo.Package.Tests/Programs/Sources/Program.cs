using Programs;

// The name of a program, then its own arguments.
if (args is not [var name, .. var rest] || !ProgramTable.TryGet(name, out var run))
{
    Console.Error.WriteLine("Usage: Programs <name> [arguments]");
    return 2;
}

await run(rest);
return 0;
