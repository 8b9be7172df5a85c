using KoreXo.Cli.Commands;

return await RootCommands.Create().Parse(args).InvokeAsync();
