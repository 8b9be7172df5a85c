namespace Programs;

internal sealed record StockItem(string Name, int Count);
