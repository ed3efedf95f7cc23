# What does R's aov say of the sets?

numbers <- function(text) as.numeric(strsplit(text, " ")[[1]])
hierarchical <- function(terms) all(sapply(terms, function(term) {
  letters <- strsplit(term, "")[[1]]
  length(letters) == 1 || all(sapply(seq_along(letters), function(i) paste(letters[-i], collapse = "") %in% terms))
}))

# R names the factors of a term in the order in which the formula first does.
in_order <- function(name) switch(name, Blocks = name, Residuals = "Residual", paste(sort(strsplit(name, ":")[[1]]), collapse = ":"))

analyse <- function(set) {
  levels <- numbers(set$levels)
  terms <- strsplit(set$terms, " ")[[1]]
  sizes <- c(set$n, levels)
  data <- do.call(expand.grid, lapply(sizes, seq_len))
  names(data) <- c("Blocks", LETTERS[seq_along(levels)])
  data$Blocks <- factor(data$Blocks)
  for (name in LETTERS[seq_along(levels)])
    data[[name]] <- if (hierarchical(terms)) factor(data[[name]]) else 2 * data[[name]] - 3
  data$y <- numbers(set$values)
  right <- sapply(strsplit(terms, ""), paste, collapse = ":")
  blocks <- set$replications == "blocks"
  table <- summary(aov(reformulate(c(if (blocks) "Blocks", right), "y"), data))[[1]]
  if (blocks) same_within_blocks(reformulate(c(right, "Error(Blocks)"), "y"), data, table)
  data.frame(set = set$set, term = sapply(trimws(rownames(table)), in_order), df = table$Df, ss = table$`Sum Sq`,
             f = if (is.null(table$`F value`)) NA else table$`F value`, p = if (is.null(table$`Pr(>F)`)) NA else table$`Pr(>F)`)
}

# Blocks as a stratum of error must give the same F as blocks as a first term.
same_within_blocks <- function(formula, data, table) {
  within <- summary(aov(formula, data))[["Error: Within"]][[1]]
  stopifnot(all.equal(within$`F value`, table$`F value`[-1], tolerance = 1e-6))
}

sets <- read.csv("sets.csv", stringsAsFactors = FALSE, colClasses = c(levels = "character", values = "character"))
found <- do.call(rbind, lapply(seq_len(nrow(sets)), function(i) analyse(sets[i, ])))
for (column in c("ss", "f", "p")) found[[column]] <- ifelse(is.na(found[[column]]), "", sprintf("%.15g", found[[column]]))
write.csv(found, "aov.csv", quote = FALSE, row.names = FALSE)
